import type { Viewer } from '../cards/card.ts';
import type { Card } from '../cards/render.ts';
import { chooseCard, datesCard, noneCard, politeCard } from '../cards/sentence.ts';
import type { Params, View } from '../cards/views.ts';
import type { Act } from '../contract/acts.ts';
import type { Doors, WhyAbout } from '../use-cases/doors.ts';
import type { Caller } from '../use-cases/ports.ts';
import type { Intent } from './intents.ts';
import type { Press } from './press.ts';

/** What a message comes to: an act done at once, a card of its own, or one of the views. */
export type Asked =
  | { kind: 'act'; act: Act; why?: 'alone' }
  | { kind: 'card'; card: Card }
  | { kind: 'view'; view: View; params: Params };

/** A command word is a view; anything else is read as a sentence about a meeting. */
export async function askedBy(
  doors: Doors,
  caller: Caller,
  said: { intent: Intent; text: string; viewer: Viewer },
): Promise<Asked> {
  const { intent, text } = said;
  if (intent !== 'lost') return { kind: 'view', view: intent, params: {} };
  const heard = await doors.hear(caller, text);
  const viewer = { ...said.viewer, organisation: caller.organisation.code };
  switch (heard.kind) {
    case 'act':
      return { kind: 'act', act: heard.act, ...(heard.isTogether ? { why: 'alone' } : {}) };
    case 'choose': {
      const { on } = await doors.me(caller);
      return { kind: 'card', card: chooseCard(viewer, heard, on) };
    }
    case 'none': {
      const { on } = await doors.me(caller);
      return { kind: 'card', card: noneCard(viewer, heard, on) };
    }
    case 'view': {
      const params = heard.for === undefined ? {} : { for: heard.for };
      return { kind: 'view', view: heard.view, params };
    }
    case 'about': {
      const { meetings, why, for: person } = heard;
      const params = {
        ...(person === undefined ? {} : { for: person }),
        ...aboutParams(meetings, why),
      };
      return { kind: 'view', view: 'about', params };
    }
    case 'whose': {
      const of = heard.view === 'about' ? aboutParams(heard.meetings, heard.why) : {};
      return { kind: 'view', view: 'whose', params: { then: heard.view, ...of } };
    }
    case 'dates': {
      const { on } = await doors.me(caller);
      return { kind: 'card', card: datesCard(viewer, heard, on) };
    }
    case 'polite':
      return { kind: 'card', card: politeCard(viewer, heard.to) };
    case 'lost':
      return { kind: 'view', view: 'lost', params: { why: heard.because } };
  }
}

function aboutParams(meetings: readonly string[], why: WhyAbout): Params {
  return meetings.length === 0 ? { why } : { meetings: meetings.join(' '), why };
}

/** What was typed, as the button that would have asked for it. */
export function pressOf(asked: Exclude<Asked, { kind: 'card' }>): Press {
  if (asked.kind === 'act') {
    const { act, why } = asked;
    const asks = { verb: act.verb, data: act.data };
    return { kind: 'act', act, back: undefined, nudges: undefined, why, asked: asks };
  }
  const { view, params } = asked;
  const again = { verb: 'show', data: { view, params } };
  return { kind: 'show', organisation: undefined, view, params, asked: again };
}
