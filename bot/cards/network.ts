import type { Refusal } from '../contract/acts.ts';
import type { Reminders, Waiting } from '../contract/views.ts';
import { queryReasons } from '../domain/facts.ts';
import { show, tabLink, type Viewer } from './card.ts';
import { meetingTime, shortDate } from '../contract/dates.ts';
import decidedTemplate from './decided.json' with { type: 'json' };
import { refusalText } from './refusals.ts';
import { compile, render, type Card } from './render.ts';
import waitingTemplate from './waiting.json' with { type: 'json' };
import { queryWords } from './words.ts';

type Reminder = Reminders['reminders'][number];

const waitingFill = compile(waitingTemplate);
const decidedFill = compile(decidedTemplate);

/** Claims on one card, so that it stays readable and within 28 kB; the rest come after them. */
const shown = 10;

/** What waits for a chair, a deputy or whoever decides instead. */
export function waitingCard(
  viewer: Viewer,
  { on, waiting, decided }: Waiting,
  reminder?: Reminder,
): Card {
  const { organisation } = viewer;
  // Who stands in for a chair gives a reason: claims of both kinds are never confirmed in one tap.
  const ordinary = waiting.filter(({ needsReason }) => !needsReason);
  const kind = ordinary.length > 0 ? ordinary : waiting;
  const claims = kind.slice(0, shown).map((claim) => ({
    id: claim.id,
    name: claim.name,
    network: claim.networkName,
    time: meetingTime(claim, on),
    date: shortDate(claim.date, on),
    onBehalf: claim.onBehalf,
  }));
  const only = claims.length === 1 ? claims[0] : undefined;
  const data = {
    count: claims.length,
    shown: claims.length,
    more: waiting.length - claims.length,
    claims,
    needsReason: claims.length > 0 && ordinary.length === 0,
    confirm: { organisation, claims: claims.map(({ id }) => id) },
    query: { organisation, ...(only ? { claim: only.id } : {}) },
    reasons: queryReasons.map((reason) => ({ title: queryWords(reason), value: reason })),
    decided: decided.filter(({ mayReopen }) => mayReopen).length,
    show: { decided: show(viewer, 'decided') },
    link: tabLink(viewer, 'network'),
    ...whyOf(viewer, reminder, on),
  };
  const refresh =
    reminder === undefined
      ? { view: 'waiting', params: {} }
      : { view: 'nudge', params: { nudges: reminder.nudge } };
  return render(waitingFill, data, viewer, refresh);
}

/** Why the card came unasked, when the next would come, and how to put it off. */
function whyOf({ organisation }: Viewer, reminder: Reminder | undefined, on: string) {
  const { queue, muted = false, snoozedUntil, nudge = '', kind = '' } = reminder ?? {};
  const back = { organisation, back: 'nudge', nudges: nudge };
  return {
    reminder: reminder !== undefined,
    since: queue === undefined ? '' : shortDate(queue.since, on),
    next: queue?.next === undefined ? '' : shortDate(queue.next, on),
    snoozed: snoozedUntil === undefined ? '' : shortDate(snoozedUntil, on),
    muted,
    snooze: { ...back, nudge, until: 'tomorrow' },
    kindOf: { ...back, kind },
  };
}

/** What was decided: the claims just now answered, or all that can still be taken back. */
export function decidedCard(
  viewer: Viewer,
  { on, waiting, decided }: Waiting,
  answered: readonly string[] | undefined,
  refused: readonly Refusal[] = [],
): Card {
  const { organisation } = viewer;
  const told = decided
    .filter(({ id, mayReopen }) => (answered === undefined ? mayReopen : answered.includes(id)))
    .slice(0, shown);
  const claims = told
    .filter(({ by }) => by === undefined)
    .map((claim) => ({
      id: claim.id,
      name: claim.name,
      network: claim.networkName,
      date: shortDate(claim.date, on),
      state: claim.state,
      mayReopen: claim.mayReopen,
    }));
  // Two may answer at once: whoever came second hears whose answer stands.
  const others = told.flatMap(({ by, name, state }) =>
    by === undefined ? [] : { by, name, state },
  );
  const reopen = claims.filter(({ mayReopen }) => mayReopen);
  const only = reopen.length === 1 ? reopen[0] : undefined;
  const data = {
    claims,
    others,
    fresh: answered !== undefined,
    note: [...new Set(refused)].map((because) => refusalText(because).say).join(' '),
    waiting: waiting.length,
    reopen,
    mayReopen: reopen.length > 0,
    act: { organisation, ...(only ? { claim: only.id } : {}) },
    show: { waiting: show(viewer, 'waiting') },
    link: tabLink(viewer, 'network'),
  };
  const params: Record<string, string> =
    answered === undefined ? {} : { claims: answered.join(' ') };
  return render(decidedFill, data, viewer, { view: 'decided', params });
}
