import type { OrganisationRef } from '../domain/facts.ts';
import { isOfficeHours } from '../domain/nudges/gates.ts';
import { dueNudges } from '../domain/nudges/rules.ts';
import { factsOfAll } from '../use-cases/nudge-facts.ts';
import type { Wave } from '../use-cases/nudge-ports.ts';
import { lineOf, type NudgeParts } from './parts.ts';
import { sweep } from './sweep.ts';

/** People looked at together: few messages keep the queue fast, small ones keep workers even. */
const PEOPLE_IN_A_WAVE = 20;

/** Looks at every organisation: one of all instances each time, or this one at once. */
export async function tick(parts: NudgeParts, how: 'in-turn' | 'now'): Promise<void> {
  for (const tenant of parts.tenants) {
    for (const organisation of await parts.directory.organisations(tenant)) {
      try {
        const mine =
          how === 'now' ||
          (await parts.nudges.takeTurn(organisation, parts.realNow(), parts.tickMs));
        if (!mine) continue;
        await sweep(parts, organisation);
        // Out of hours nothing may be sent: what is due then is planned when the office opens.
        const opens = isOfficeHours(parts.clock.now(), parts.isBankHoliday);
        if (how === 'now' || opens) await plan(parts, organisation);
      } catch (error) {
        // One organisation's trouble holds up no other's.
        parts.log.nudgesFaulted({ organisation: organisation.code, error });
      }
    }
  }
}

/** What is due becomes rows, once, however often it is planned; whoever has one goes into a wave. */
async function plan(parts: NudgeParts, organisation: OrganisationRef): Promise<void> {
  const { nudges, queue, clock, isBankHoliday, log } = parts;
  const facts = await factsOfAll(parts, organisation);
  const planned = await nudges.plan(organisation, dueNudges(facts), facts.now);
  for (const nudge of planned) log.nudgePlanned(lineOf({ organisation, person: nudge.to }, nudge));
  const people = await nudges.open(organisation);
  if (planned.length > 0) {
    log.nudgesPlanned({
      organisation: organisation.code,
      planned: planned.length,
      waiting: people.length,
    });
  }
  if (!isOfficeHours(clock.now(), isBankHoliday)) return;
  await parts.announce?.(organisation, facts);
  const waves: Wave[] = [];
  for (let start = 0; start < people.length; start += PEOPLE_IN_A_WAVE) {
    waves.push({ organisation, people: people.slice(start, start + PEOPLE_IN_A_WAVE) });
  }
  await queue.put(waves);
}
