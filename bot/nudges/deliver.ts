import { setTimeout as pause } from 'node:timers/promises';
import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import { gateFor } from '../domain/nudges/gates.ts';
import { nudgeId } from '../domain/nudges/nudge.ts';
import { dueNudges, nudgeRules } from '../domain/nudges/rules.ts';
import { addDays, londonDate, type PlainDate } from '../domain/time.ts';
import { factsAbout } from '../use-cases/nudge-facts.ts';
import type { KeptNudge, NudgeEnd, NudgeState, SendVerdict } from '../use-cases/nudge-ports.ts';
import type { NudgeParts } from './parts.ts';
import type { Slots } from './slots.ts';

/** Reminders on one card, so that it has six buttons at most; the others come another day. */
const MOST_ON_A_CARD = 2;
/** Tries of one message, about a minute in all where Teams does not say how long to wait. */
const MOST_TRIES = 6;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;

/** One person's planned nudges: looked at afresh, bundled, claimed, sent once, recorded. */
export async function deliverTo(
  parts: NudgeParts,
  slots: Slots,
  organisation: OrganisationRef,
  person: PersonId,
): Promise<void> {
  const { nudges, clock, realNow } = parts;
  const kept = await nudges.ofPerson(organisation, person);
  const planned = kept.filter(({ state }) => state.kind === 'planned');
  if (planned.length === 0) return;
  const wanted = await gate(parts, organisation, person, planned);
  const bundle = wanted.filter(({ state }) => isReady(state, realNow())).slice(0, MOST_ON_A_CARD);
  if (bundle.length === 0) return;

  const isReached = await parts.sender.reaches({ organisation, person });
  if (isReached) await slots.take(organisation.tenant);
  const now = clock.now();
  const day = londonDate(now);
  const claimed = await nudges.claim(organisation, bundle, { day, at: now, since: realNow() });
  if (claimed === 'lost') return;
  const ids = claimed.map(({ nudge }) => nudgeId(nudge)).join(' ');
  const verdict = await sendOnce(parts, { organisation, person }, ids);
  await record(parts, organisation, claimed, verdict, day);
}

/** Those that may be sent now; what is wanted no longer is withdrawn. */
async function gate(
  parts: NudgeParts,
  organisation: OrganisationRef,
  person: PersonId,
  planned: readonly KeptNudge[],
): Promise<KeptNudge[]> {
  const needs = nudgeRules
    .filter(({ kind }) => planned.some(({ nudge }) => nudge.kind === kind))
    .map((rule) => rule.needs);
  const facts = await factsAbout(parts, organisation, person, needs);
  const known = {
    person: facts.people.find(({ id }) => id === person),
    due: dueNudges(facts),
    sent: await parts.nudges.sentTo(organisation, person, addDays(londonDate(facts.now), -7)),
    now: facts.now,
    isBankHoliday: facts.isBankHoliday,
  };
  const wanted: KeptNudge[] = [];
  for (const one of planned) {
    const verdict = gateFor(one.nudge, known);
    if (verdict.kind === 'send') wanted.push(one);
    if (verdict.kind === 'withdraw') {
      await end(parts, organisation, [one], { kind: 'withdrawn', why: verdict.because });
    }
  }
  return wanted;
}

function isReady(state: NudgeState, now: number): boolean {
  return state.kind === 'planned' && state.notBefore <= now;
}

/** A sender that breaks says nothing of whether anything left, so nothing is sent again. */
async function sendOnce(
  { sender, log }: NudgeParts,
  to: { organisation: OrganisationRef; person: PersonId },
  nudges: string,
): Promise<SendVerdict> {
  try {
    return await sender.send(to, 'nudge', { nudges });
  } catch (error) {
    log.nudgesFaulted({ organisation: to.organisation.code, error });
    return { kind: 'unknown', why: 'sender-broke' };
  }
}

async function record(
  parts: NudgeParts,
  organisation: OrganisationRef,
  claimed: readonly KeptNudge[],
  verdict: SendVerdict,
  day: PlainDate,
): Promise<void> {
  switch (verdict.kind) {
    case 'sent':
      return end(parts, organisation, claimed, { kind: 'sent' });
    case 'unknown':
      return end(parts, organisation, claimed, { kind: 'unknown', why: verdict.why });
    case 'undeliverable':
    case 'failed':
      return end(parts, organisation, claimed, { kind: verdict.kind, why: verdict.why }, day);
    case 'later':
      return again(parts, organisation, claimed, verdict, day);
  }
}

/** Nothing arrived: planned once more, for whoever takes it then. */
async function again(
  parts: NudgeParts,
  organisation: OrganisationRef,
  claimed: readonly KeptNudge[],
  verdict: Extract<SendVerdict, { kind: 'later' }>,
  day: PlainDate,
): Promise<void> {
  const [first] = claimed;
  if (first === undefined) return;
  const tries = 1 + (first.state.kind === 'claimed' ? first.state.tries : 0);
  if (tries >= MOST_TRIES) {
    return end(parts, organisation, claimed, { kind: 'failed', why: verdict.why }, day);
  }
  const backoff = FIRST_WAIT_MS * 2 ** tries * (0.5 + Math.random() / 2);
  const wait = Math.min(LONGEST_WAIT_MS, verdict.afterMs ?? backoff);
  const state = { kind: 'planned', tries, notBefore: parts.realNow() + wait } as const;
  await settle(parts, organisation, claimed, state, day);
  const people = [first.nudge.to];
  await parts.queue.put([{ organisation, people }], wait);
}

async function end(
  parts: NudgeParts,
  organisation: OrganisationRef,
  ended: readonly KeptNudge[],
  state: NudgeEnd,
  free?: PlainDate,
): Promise<void> {
  await settle(parts, organisation, ended, state, free);
  for (const { nudge } of ended) {
    parts.log.nudgeEnded({
      organisation: organisation.code,
      person: nudge.to,
      kind: nudge.kind,
      state: state.kind,
      ...('why' in state ? { why: state.why } : {}),
    });
  }
}

/** What became of a message must not be lost to a moment without storage. */
async function settle(
  { nudges, clock, log }: NudgeParts,
  organisation: OrganisationRef,
  kept: readonly KeptNudge[],
  state: NudgeEnd | Extract<NudgeState, { kind: 'planned' }>,
  free?: PlainDate,
): Promise<void> {
  const when = { at: clock.now(), ...(free === undefined ? {} : { free }) };
  for (const wait of [200, 1_000, 3_000, 0]) {
    try {
      await nudges.settle(organisation, kept, state, when);
      return;
    } catch (error) {
      // Left claimed, the sweeper calls them unknown: never sent again.
      if (wait === 0) log.nudgesFaulted({ organisation: organisation.code, error });
      else await pause(wait);
    }
  }
}
