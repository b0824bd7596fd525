import type { OrganisationRef } from '../domain/facts.ts';
import { BY_NOW } from '../domain/known.ts';
import { isOfficeHours } from '../domain/nudges/gates.ts';
import type { NudgeParts } from './parts.ts';

const DAY_MS = 24 * 60 * 60_000;
const WEEK_MS = 7 * DAY_MS;
/** Looks at a ledger that somebody writes to meanwhile: of what moved, nothing is told. */
const MOST_LOOKS = 3;

type Parts = Pick<NudgeParts, 'nudges' | 'auditor' | 'clock' | 'isBankHoliday' | 'realNow' | 'log'>;

/**
 * Once a day, by one of all instances: the ledger's head, in the log. Whoever can rewrite the table
 * can't rewrite the log of another service. Once a week, while nobody works, every row is held
 * against the ledger, too.
 */
export async function ledgerInTurn(parts: Parts, organisation: OrganisationRef): Promise<void> {
  const { nudges, auditor, clock, isBankHoliday, realNow, log } = parts;
  const { code } = organisation;
  if (await nudges.takeTurn(organisation, realNow(), DAY_MS, 'head')) {
    const { sequence, hash } = await auditor.headAt(organisation, BY_NOW);
    log.ledgerHead({ organisation: code, sequence, hash });
  }
  if (isOfficeHours(clock.now(), isBankHoliday)) return;
  if (!(await nudges.takeTurn(organisation, realNow(), WEEK_MS, 'verify'))) return;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const before = await auditor.headAt(organisation, BY_NOW);
    const { entries, rows, faults } = await auditor.verify(organisation);
    const after = await auditor.headAt(organisation, BY_NOW);
    if (before.sequence !== after.sequence) continue;
    log.ledgerVerified({ organisation: code, entries, rows, faults });
    return;
  }
}
