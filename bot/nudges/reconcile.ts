import type { OrganisationRef } from '../domain/facts.ts';
import { wantedNudges } from '../domain/nudges/rules.ts';
import { addDays, londonDate } from '../domain/time.ts';
import { factsOfAll } from '../use-cases/nudge-facts.ts';
import { lineOf, type NudgeParts } from './parts.ts';
import { endLost } from './sweep.ts';

/** A week's limit and a week between reminders of one thing: nothing waits for longer than both. */
const MOST_DAYS_PLANNED = 14;

/**
 * What was due by the rules, held against what is recorded. What should have been there by
 * yesterday and is not is planned now, and told of; so is what has been open for too long.
 */
export async function reconcile(parts: NudgeParts, organisation: OrganisationRef): Promise<void> {
  const { nudges, log } = parts;
  const facts = await factsOfAll(parts, organisation);
  const today = londonDate(facts.now);
  // What is due from today on may simply not have been planned yet.
  const due = wantedNudges(facts).filter(({ from }) => from < today);
  const missing = await nudges.plan(organisation, due, facts.now);
  for (const nudge of missing) log.nudgePlanned(lineOf({ organisation, person: nudge.to }, nudge));

  let stuck = 0;
  let unreadable = 0;
  for (const { person } of await nudges.open(organisation)) {
    const to = { organisation, person };
    unreadable += await nudges.unreadable(organisation, person);
    const kept = await nudges.ofPerson(organisation, person);
    stuck += await endLost(parts, to, kept);
    for (const { nudge, state, plannedAt } of kept) {
      const since = londonDate(plannedAt);
      if (state.kind !== 'planned' || since >= addDays(today, -MOST_DAYS_PLANNED)) continue;
      stuck += 1;
      log.nudgeStuck({ ...lineOf(to, nudge), state: state.kind, since });
    }
  }
  const counts = { due: due.length, missing: missing.length, stuck, unreadable };
  log.nudgesReconciled({ organisation: organisation.code, ...counts });
}
