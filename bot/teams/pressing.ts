import type { Viewer } from '../cards/card.ts';
import { unlinkedCard } from '../cards/greeting.ts';
import type { Card, CardData } from '../cards/render.ts';
import { doneCard, faultCard, refusedCard } from '../cards/trouble.ts';
import type { Params, View } from '../cards/views.ts';
import type { Act, ActData, Refusal as ActRefusal, Verb } from '../contract/acts.ts';
import type { ActOutcome } from '../use-cases/doors.ts';
import { logged } from '../use-cases/mentoring/logged.ts';
import { hasLeft } from '../use-cases/own-organisations.ts';
import { tracesOn } from '../use-cases/nudge-trace.ts';
import type { Caller } from '../use-cases/ports.ts';
import { goalLeads, isFromEither } from './press-goals.ts';
import { mentoringLeads } from './press-mentoring.ts';
import { educationLeads } from './press-education.ts';
import { agendaLeads, wordsKept } from './press-agenda.ts';
import { assessmentLeads } from './press-assessment.ts';
import { boardLeads } from './press-board.ts';
import { settingsLeads } from './press-settings.ts';
import { settleLeads } from './press-settling.ts';
import { planLeads } from './press-plan.ts';
import { pledgeLeads } from './press-pledges.ts';
import type { Asked, Press } from './press.ts';
import type { Reception, Turn, TurnParts } from './reception.ts';
import type { Fresh } from './redraw.ts';
import { Refusal } from './refusal.ts';
import { saidOf } from './said-of.ts';

/** The card that answers a tap, and where it stays, what it shows from now on. */
interface Pressed {
  readonly card: Card;
  readonly fresh?: Omit<Fresh, 'activityId'>;
}

export interface Pressing {
  answer(turn: Turn, press: Press): Promise<Pressed>;
  /** The same for somebody who has been let in already. */
  answerKnown(turn: Turn, caller: Caller, press: Press): Promise<Pressed>;
  /** A fault becomes a card that offers the same tap again. */
  answerOrTryAgain(turn: Turn, press: Press): Promise<Pressed>;
}

/** No button of ours leads to these: somebody has made up the data, so nobody is told kindly. */
const madeUp: Partial<Record<ActRefusal, 403 | 404>> = {
  'other-organisation': 403,
  'no-such-meeting': 404,
  'no-such-claim': 404,
};

/** What changed since the card was drawn is drawn anew, with the question on it again. */
const askedAgain: ReadonlySet<ActRefusal> = new Set(['goal-changed']);

/** What becomes of a tap, whichever of the two ways it came. */
export function createPressing(parts: TurnParts, reception: Reception): Pressing {
  const { doors, draw, teamsAppId } = parts;

  const pressing: Pressing = {
    async answer(turn, press) {
      const who = await reception.identify(turn);
      if (who.kind === 'unknown') {
        return { card: unlinkedCard(reception.stranger(turn), who.because, who.ask) };
      }
      if (hasLeft(who, organisationOf(press))) {
        turn.about.outcomes = ['left'];
        return { card: unlinkedCard(reception.stranger(turn), 'left', []) };
      }
      // A card acts in the organisation for which it was drawn, whichever is chosen now.
      const caller = reception.actingIn(turn, who, organisationOf(press), press.asked.verb);
      await reception.remember(who, turn);
      if (press.asked.verb === 'switch') await doors.chooseOrganisation(caller);
      return pressing.answerKnown(turn, caller, press);
    },
    async answerKnown(turn, caller, press) {
      if (press.kind === 'act') return perform(turn, caller, press);
      return drawn(turn, caller, press.view, press.params);
    },
    async answerOrTryAgain(turn, press) {
      try {
        return await pressing.answer(turn, press);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        parts.faulted(error, turn);
        return { card: faultCard(reception.stranger(turn), error, again(press.asked)) };
      }
    },
  };
  return pressing;

  async function perform(
    turn: Turn,
    caller: Caller,
    { act, back, nudges, meeting, why, asked }: Press & { kind: 'act' },
  ): Promise<Pressed> {
    const outcomes = await doors.perform(caller, act);
    noted(turn.about, logged(turn.about, act, outcomes));
    const traces = tracesOn(caller, nudges);
    if (traces.length > 0) turn.about.traces = traces;
    const refused = outcomes.flatMap(({ outcome }) =>
      outcome.kind === 'refused' ? [outcome.because] : [],
    );
    const [because] = refused;
    const viewer: Viewer = { ...reception.stranger(turn), organisation: caller.organisation.code };
    const { view, params: led } = leadsTo(act, back, { nudges, meeting }, outcomes);
    const params = why === undefined ? led : { ...led, why };
    const isToReadAgain = refused.every((each) => askedAgain.has(each));
    if (because !== undefined && refused.length === outcomes.length && !isToReadAgain) {
      const status = madeUp[because];
      if (status !== undefined) throw new Refusal(status, because, asked.verb);
      const kept = await wordsKept(doors, caller, viewer, { act, because });
      const on = view === 'decided' ? 'waiting' : view;
      const card = kept ?? refusedCard(viewer, because, on, params);
      return { card: await saidOf(doors, caller, card) };
    }
    try {
      return await drawn(turn, caller, view, params, refused);
    } catch (error) {
      // It has happened: "try again" would say that it hasn't.
      parts.faulted(error, turn);
      return { card: doneCard({ ...viewer, teamsAppId }, view, params) };
    }
  }

  async function drawn(
    turn: Turn,
    caller: Caller,
    view: View,
    params: Params,
    refused: readonly ActRefusal[] = [],
  ): Promise<Pressed> {
    const { user, conversation } = turn;
    const readAt = performance.now();
    const { card, subjects } = await draw(caller, user, view, params, refused);
    // Drawn again later, a card is only what stands there.
    const { why: _, ...stands } = params;
    return {
      card,
      fresh: { caller, user, conversation, view, params: stands, subjects, card, readAt },
    };
  }
}

/** Where a tap of each of some verbs leads. */
export type Leads<Verbs extends Verb> = {
  readonly [V in Verbs]: (data: ActData[V], outcomes: readonly ActOutcome[]) => Lead;
};

type Lead = { view: View; params: Params };

const toMeeting = (data: { meeting: string; for?: string | undefined }): Lead => ({
  view: 'claim',
  params: { ...forOf(data), meeting: data.meeting },
});
const toDecided = (_: unknown, outcomes: readonly ActOutcome[]): Lead => {
  const settled = outcomes.filter(({ outcome }) => outcome.kind !== 'refused');
  return { view: 'decided', params: { claims: settled.map(({ subject }) => subject).join(' ') } };
};
const toView = (view: View) => (): Lead => ({ view, params: {} });
// What is kept in the tab: no card has these buttons.
const toHelp = toView('help');

/** After a tap the same card says what happened, what comes next, and how to undo it. */
const leads: Leads<Verb> = {
  claim: toMeeting,
  withdraw: toMeeting,
  'not-there': toMeeting,
  'undo-not-there': toMeeting,
  intend: (data) => ({ view: 'about', params: { ...forOf(data), meetings: data.meeting } }),
  'undo-intention': (data) => ({
    view: 'about',
    params: { ...forOf(data), meetings: data.meeting, why: 'undone' },
  }),
  snooze: ({ nudge }) => ({ view: 'nudge', params: { nudges: nudge } }),
  mute: toHelp,
  unmute: toHelp,
  confirm: toDecided,
  query: toDecided,
  reopen: toView('waiting'),
  void: toView('waiting'),
  'enter-history': toView('progress'),
  'verify-history': toView('progress'),
  'reopen-history': toView('progress'),
  'withdraw-history': toView('progress'),
  'add-meeting': toHelp,
  'move-meeting': toHelp,
  'cancel-meeting': toHelp,
  'restore-meeting': toHelp,
  'open-meeting': toHelp,
  'import-meetings': toHelp,
  'follow-calendar': toHelp,
  'unfollow-calendar': toHelp,
  'unlink-series': toHelp,
  ...goalLeads,
  ...mentoringLeads,
  ...educationLeads,
  ...agendaLeads,
  ...boardLeads,
  ...planLeads,
  ...assessmentLeads,
  ...pledgeLeads,
  'draft-snapshot': toHelp,
  'approve-snapshot': toHelp,
  'freeze-snapshot': toHelp,
  'submit-snapshot': toHelp,
  'record-feedback': toHelp,
  'withdraw-snapshot': toHelp,
  'take-back-snapshot': toHelp,
  'record-review': toHelp,
  'take-back-review': toHelp,
  ...settleLeads,
  ...settingsLeads,
};

function leadsTo(
  act: Act,
  back: View | undefined,
  { nudges, meeting }: Pick<Press & { kind: 'act' }, 'nudges' | 'meeting'>,
  outcomes: readonly ActOutcome[],
): Lead {
  // A card of several reminders stays, with what became of this one.
  if (back === 'nudge' || back === 'reminders') {
    return { view: back, params: nudges === undefined ? {} : { nudges } };
  }
  // The question stays, with whether such questions come.
  if (back === 'offer') return { view: back, params: { meeting } };
  const lead = leadOf(act, outcomes);
  if (back !== undefined && isFromEither(act.verb, back)) return { view: back, params: {} };
  const isAnswer = act.verb === 'intend' || act.verb === 'undo-intention';
  return isAnswer && back !== undefined ? { view: back, params: forOf(act.data) } : lead;
}

function leadOf<V extends Verb>(
  { verb, data }: { verb: V; data: ActData[V] },
  outcomes: readonly ActOutcome[],
): Lead {
  return leads[verb](data, outcomes);
}

function forOf(data: { for?: string | undefined }): Params {
  return data.for === undefined ? {} : { for: data.for };
}

function organisationOf(press: Press): string | undefined {
  return press.kind === 'act' ? press.act.data.organisation : press.organisation;
}

/** The turn's line says this from now on, and nothing that it leaves out. */
function noted(about: Turn['about'], line: Turn['about']): void {
  delete about.person;
  Object.assign(about, line);
}

function again({ verb, data }: Asked): { verb: string; data: CardData } {
  return { verb, data: asCardData(data) };
}

/** What came as JSON goes back as JSON. */
function asCardData(value: unknown): CardData {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) return value.map(asCardData);
  if (typeof value !== 'object' || value === null) return '';
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asCardData(each)]));
}
