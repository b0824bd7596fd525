import type { Frame, OrganisationRef } from '../domain/facts.ts';
import { isOfficeHours } from '../domain/nudges/gates.ts';
import { mapAtMost } from '../use-cases/bounded.ts';
import type { OpenPerson, Wave } from '../use-cases/nudge-ports.ts';
import { planNudges } from '../use-cases/plan-nudges.ts';
import { isClockRight, lineOf, type NudgeParts } from './parts.ts';
import { sweep } from './sweep.ts';

/** People looked at together: few messages keep the queue fast, small ones keep workers even. */
const PEOPLE_IN_A_WAVE = 20;
/** More waves wait for a later look: a long queue is slow, and each look would put them again. */
const MOST_WAVES = 2_000;

/** Waves that may still be put before this look is over. */
interface Room {
  waves: number;
}

/** One is read while another is written; memory holds no more of them than that. */
const AT_ONCE = 2;

/** Looks at every organisation: one of all instances each time, or this one at once. */
export async function tick(
  parts: NudgeParts,
  how: 'in-turn' | 'now',
  stop?: AbortSignal,
): Promise<void> {
  const room = { waves: MOST_WAVES - (await parts.queue.length()) };
  for (const tenant of parts.tenants) {
    await mapAtMost(AT_ONCE, await whoseTurn(parts, tenant, how), async (organisation) => {
      if (stop?.aborted !== true) await lookAt(parts, organisation, how, room);
    });
  }
}

/** Those that nobody has looked at for a while. */
async function whoseTurn(
  { directory, nudges, realNow, tickMs }: NudgeParts,
  tenant: string,
  how: 'in-turn' | 'now',
): Promise<OrganisationRef[]> {
  const all = await directory.organisations(tenant);
  if (how === 'now') return all;
  const lookedAt = await nudges.lookedAt(tenant, realNow(), tickMs);
  return all.filter(({ code }) => !lookedAt.has(code));
}

/** One organisation's trouble holds up no other's; storage that is away is trouble for all. */
async function lookAt(
  parts: NudgeParts,
  organisation: OrganisationRef,
  how: 'in-turn' | 'now',
  room: Room,
): Promise<void> {
  const { nudges, records, realNow, tickMs, log } = parts;
  // The ones before may have taken long.
  if (!(await isClockRight(parts))) return;
  const mine = how === 'now' || (await nudges.takeTurn(organisation, realNow(), tickMs));
  if (!mine) return;
  try {
    const open = await sweep(parts, organisation);
    // Out of hours nothing may be sent: what is due then is planned when the office opens.
    if (how === 'now' || isOpen(parts, await records.frame(organisation))) {
      await plan(parts, organisation, open, room);
    }
  } catch (error) {
    log.nudgesFaulted({ organisation: organisation.code, error });
  }
}

/** What is due becomes rows, once, however often it is planned; whoever has one goes into a wave. */
async function plan(
  parts: NudgeParts,
  organisation: OrganisationRef,
  open: readonly OpenPerson[],
  room: Room,
): Promise<void> {
  const { queue, log } = parts;
  const { facts, planned } = await planNudges(parts, organisation);
  for (const nudge of planned) log.nudgePlanned(lineOf({ organisation, person: nudge.to }, nudge));
  if (planned.length > 0) {
    log.nudgesPlanned({ organisation: organisation.code, planned: planned.length });
  }
  if (!isOpen(parts, facts.frame)) return;
  // Whose reminder has ended meanwhile costs a look; another's plans are in waves of their own.
  const people = [
    ...new Set([...open.map(({ person }) => person), ...planned.map(({ to }) => to)]),
  ];
  const waves: Wave[] = [];
  for (let start = 0; start < people.length; start += PEOPLE_IN_A_WAVE) {
    waves.push({ organisation, people: people.slice(start, start + PEOPLE_IN_A_WAVE) });
  }
  const now = waves.slice(0, Math.max(0, room.waves));
  room.waves -= now.length;
  await queue.put(now);
  try {
    await parts.announce?.(organisation, facts);
  } catch (error) {
    // A channel's trouble is the channel's alone: its chair and deputy hear it themselves.
    log.nudgesFaulted({ organisation: organisation.code, error });
  }
}

function isOpen({ clock, isBankHoliday }: NudgeParts, { settings }: Frame): boolean {
  return isOfficeHours(clock.now(), isBankHoliday, settings.reminderHours);
}
