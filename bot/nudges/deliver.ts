import { setTimeout as pause } from 'node:timers/promises';
import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import { hoursOf } from '../use-cases/plan-nudges.ts';
import { gateFor, isOfficeHours } from '../domain/nudges/gates.ts';
import { nudgeId, type NudgeRule } from '../domain/nudges/nudge.ts';
import { dueNudges, nudgeRules, onACard } from '../domain/nudges/rules.ts';
import type { ReminderHours } from '../domain/settings/settings.ts';
import { addDays, londonDate, type PlainDate } from '../domain/time.ts';
import { factsAbout } from '../use-cases/nudge-facts.ts';
import {
  MOST_AHEAD_MS,
  type KeptNudge,
  type NudgeEnd,
  type NudgeState,
  type SendVerdict,
} from '../use-cases/nudge-ports.ts';
import type { Departure, Departures } from './departures.ts';
import { isClockRight, lineOf, type NudgeParts } from './parts.ts';
import type { createSharedFacts, DueFacts } from './shared-facts.ts';

type To = { readonly organisation: OrganisationRef; readonly person: PersonId };
export type DeliveryParts = NudgeParts & {
  readonly everybody: ReturnType<typeof createSharedFacts>;
};
type Planned = Extract<NudgeState, { kind: 'planned' }>;

/** Reminders on one card, so that it has six buttons at most; the others come another day. */
const MOST_ON_A_CARD = 2;
/** Tries of one message: between ten and twenty-five minutes in all, however Teams is doing. */
const MOST_TRIES = 12;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
/** Without a token nothing can leave: looked at again so much later, for as long as it is due. */
const UNTRIED_WAIT_MS = 30_000;
/** However long Teams asks to wait: a queue keeps nothing back for longer than a week. */
const LONGEST_ASKED_MS = 60 * 60_000;
/** Facts that were read longer ago are no longer those of the moment of sending. */
const FRESH_MS = 10_000;
/** The same when claiming and drawing are over. */
const STILL_FRESH_MS = 15_000;

/** `left`: not for now, and nothing was begun. */
export type Delivered = 'done' | 'left';

/** One person's planned nudges, in their turn: looked at afresh, bundled, claimed, sent once, recorded. */
export async function deliverTo(
  parts: DeliveryParts,
  departures: Pick<Departures, 'take'>,
  to: To,
): Promise<Delivered> {
  const { nudges, log, realNow } = parts;
  const kept = await nudges.ofPerson(to.organisation, to.person);
  const ready = kept.filter(({ state }) => isReady(state, realNow()));
  if (ready.length === 0) return 'done';
  let departure: Departure | undefined;
  try {
    // A message to nobody needs no place in the pace.
    if (await parts.sender.reaches(to)) {
      departure = await departures.take(to.organisation.tenant);
      if (departure === undefined) return 'left';
    }
    if ((await sendNow(parts, to, ready, departure)) === 'left') {
      departure?.unused();
      return 'left';
    }
  } catch (error) {
    departure?.unused();
    if (isStorageAway(error)) throw error;
    // A fault with this one: it holds up nobody, comes again later, and is given up in the end.
    log.nudgesFaulted({ organisation: to.organisation.code, error });
    await again(parts, to, ready, { kind: 'later', why: 'faulted' });
  }
  return 'done';
}

/** The facts are read just before the message may leave: whoever has answered hears nothing. */
async function sendNow(
  parts: DeliveryParts,
  to: To,
  ready: readonly KeptNudge[],
  departure: Departure | undefined,
): Promise<Delivered> {
  const gated = await gate(parts, to, ready);
  if (gated === 'left') return 'left';
  const { wanted, readAt, hours } = gated;
  const bundle = wanted.toSorted(bySoonest).slice(0, MOST_ON_A_CARD);
  // Each wait may have been long: nothing leaves after hours, by facts of a while ago or a clock
  // that has gone wrong.
  const isStillTime = async (): Promise<boolean> =>
    parts.realNow() - readAt <= STILL_FRESH_MS &&
    isOfficeHours(parts.clock.now(), parts.isBankHoliday, hours) &&
    isClockRight(parts);
  const moment = departure && (async () => (await departure.moment()) && isStillTime());
  if (bundle.length > 0 && (await moment?.()) === false) return 'left';
  if (parts.realNow() - readAt > FRESH_MS) return 'left';
  const now = parts.clock.now();
  const day = londonDate(now);
  const when = { day, at: now, since: parts.realNow() };
  const claimed =
    bundle.length === 0 ? 'lost' : await parts.nudges.claim(to.organisation, bundle, when);
  if (claimed === 'lost') {
    departure?.unused();
    return 'done';
  }
  const verdict = await sendOnce(parts, to, claimed, moment);
  if ('unsent' in verdict) departure?.unused();
  else departure?.ended(verdict);
  await record(parts, to, claimed, verdict, day);
  return 'done';
}

function bySoonest({ nudge: a }: KeptNudge, { nudge: b }: KeptNudge): number {
  return onACard.indexOf(a.kind) - onACard.indexOf(b.kind);
}

/** Those that may be sent now; what is wanted no longer is withdrawn. */
async function gate(
  parts: DeliveryParts,
  to: To,
  planned: readonly KeptNudge[],
): Promise<{ wanted: KeptNudge[]; readAt: number; hours?: ReminderHours } | 'left'> {
  const { organisation, person } = to;
  const needs = nudgeRules
    .filter(({ kind }) => planned.some(({ nudge }) => nudge.kind === kind))
    .map((rule) => rule.needs);
  const { facts, due, readAt } = needs.includes('everybody')
    ? await parts.everybody(organisation)
    : await dueAbout(parts, to, needs);
  const hours = hoursOf(facts.frame);
  const known = {
    person: facts.people.find(({ id }) => id === person),
    due,
    sent: await parts.nudges.sentTo(organisation, person, addDays(londonDate(facts.now), -7)),
    now: facts.now,
    isBankHoliday: facts.isBankHoliday,
    ...hours,
  };
  // What is withdrawn by a wrong clock would be gone.
  if (!(await isClockRight(parts))) return 'left';
  const wanted: KeptNudge[] = [];
  for (const one of planned) {
    const verdict = gateFor(one.nudge, known);
    if (verdict.kind === 'send') wanted.push(one);
    if (verdict.kind === 'withdraw') {
      await end(parts, to, [one], { kind: 'withdrawn', why: verdict.because });
    }
  }
  return { wanted, readAt, ...hours };
}

async function dueAbout(
  parts: NudgeParts,
  { organisation, person }: To,
  needs: readonly NudgeRule['needs'][],
): Promise<DueFacts> {
  const readAt = parts.realNow();
  const facts = await factsAbout(parts, organisation, person, needs);
  return { facts, due: dueNudges(facts), readAt };
}

/** Its time has come; or was put down by a clock that was wrong, as nobody waits for so long. */
function isReady(state: NudgeState, now: number): boolean {
  if (state.kind !== 'planned') return false;
  return state.notBefore <= now || state.notBefore > now + LONGEST_ASKED_MS + MOST_AHEAD_MS;
}

/** Storage says so of itself, in whichever room it is. */
function isStorageAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'storage-away';
}

/** A sender that breaks says nothing of whether anything left, so nothing is sent again. */
async function sendOnce(
  { sender, log }: NudgeParts,
  to: To,
  claimed: readonly KeptNudge[],
  moment: Departure['moment'] | undefined,
): Promise<SendVerdict> {
  const nudges = claimed.map(({ nudge }) => nudgeId(nudge)).join(' ');
  try {
    // Claiming and drawing may have taken long: its slot is looked at once more.
    return await sender.send(to, 'nudge', { nudges }, moment);
  } catch (error) {
    log.nudgesFaulted({ organisation: to.organisation.code, error });
    return { kind: 'unknown', why: 'sender-broke' };
  }
}

async function record(
  parts: NudgeParts,
  to: To,
  claimed: readonly KeptNudge[],
  verdict: SendVerdict,
  day: PlainDate,
): Promise<void> {
  switch (verdict.kind) {
    case 'sent':
      return end(parts, to, claimed, { kind: 'sent' });
    case 'unknown':
      return end(parts, to, claimed, { kind: 'unknown', why: verdict.why });
    case 'undeliverable':
    case 'failed':
      return end(parts, to, claimed, { kind: verdict.kind, why: verdict.why }, day);
    case 'later':
      return again(parts, to, claimed, verdict, day);
  }
}

/** Nothing arrived: planned once more, for whoever takes it then. */
async function again(
  parts: NudgeParts,
  to: To,
  tried: readonly KeptNudge[],
  { why, afterMs = 0, unsent, untried }: Extract<SendVerdict, { kind: 'later' }>,
  day?: PlainDate,
): Promise<void> {
  const before = Math.max(...tried.map(({ state }) => ('tries' in state ? state.tries : 0)));
  // What never left was no try.
  const tries = unsent === true || untried === true ? before : before + 1;
  if (tries >= MOST_TRIES) return end(parts, to, tried, { kind: 'failed', why }, day);
  const backoff =
    untried === true ? UNTRIED_WAIT_MS : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
  // Never sooner than Teams asks, within reason; all the later, the more often it was tried.
  const wait =
    unsent === true
      ? 0
      : Math.max(Math.min(LONGEST_ASKED_MS, afterMs), backoff * (0.5 + Math.random() / 2));
  // What may leave at once names no moment: it may be a wrong clock that kept it back.
  const notBefore = wait === 0 ? 0 : parts.realNow() + wait;
  const state: Planned = { kind: 'planned', tries, notBefore };
  // Whoever else had it has put it off, or ended it.
  if ((await settle(parts, to, tried, state, day)) === 'lost') return;
  for (const { nudge } of tried) parts.log.nudgePutOff({ ...lineOf(to, nudge), why, tries });
  await parts.queue.put([{ organisation: to.organisation, people: [to.person] }], wait);
}

async function end(
  parts: NudgeParts,
  to: To,
  ended: readonly KeptNudge[],
  state: NudgeEnd,
  free?: PlainDate,
): Promise<void> {
  // Whoever ended it before us has told of it.
  if ((await settle(parts, to, ended, state, free)) === 'lost') return;
  const why = 'why' in state ? { why: state.why } : {};
  for (const { nudge } of ended) {
    parts.log.nudgeEnded({ ...lineOf(to, nudge), state: state.kind, ...why });
  }
}

/** What became of a message must not be lost to a moment without storage. */
async function settle(
  { nudges, clock, log }: NudgeParts,
  { organisation }: To,
  kept: readonly KeptNudge[],
  state: NudgeEnd | Planned,
  free?: PlainDate,
): Promise<'settled' | 'lost'> {
  const when = { at: clock.now(), ...(free === undefined ? {} : { free }) };
  let answered = true;
  for (const wait of [200, 1_000, 3_000, 8_000, 0]) {
    try {
      const settled = await nudges.settle(organisation, kept, state, when);
      // Where an answer was lost before, whoever was quicker is most likely ourselves.
      return answered ? settled : 'settled';
    } catch (error) {
      answered = false;
      // Left claimed, the sweeper calls them unknown: never sent again.
      if (wait === 0) log.nudgesFaulted({ organisation: organisation.code, error });
      else await pause(wait);
    }
  }
  return 'lost';
}
