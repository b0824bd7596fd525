import { BY_NOW, frameAsKnown } from '../../../bot/domain/known.ts';
import type { Known } from '../../../bot/domain/measures/figure.ts';
import type { Person } from '../../../bot/domain/facts.ts';
import type { Things } from '../../../bot/domain/things.ts';
import type { Instant } from '../../../bot/domain/time.ts';
import { silverLines } from '../../../bot/use-cases/silver.ts';
import { pennineVale, trustFile } from '../../roster/support/trust-house.ts';
import { ZPV } from '../../support/small-trust.ts';
import { date } from './generated-people.ts';

export const nothing: Things = {
  ...{ pair: [], 'agenda-item': [], contribution: [], paper: [] },
  ...{ statement: [], evidence: [], council: [], 'goal-report': [], settlement: [] },
  ...{ 'plan-line': [], snapshot: [], 'snapshot-part': [], 'regular-review': [] },
};

/** Pennine Vale as its files have it, with all of its history verified. */
export async function practiceTrust(until: 'april' | 'october') {
  const house = await pennineVale(until);
  await house.bring('meetings', '2026-04-01', await trustFile('meetings.csv'));
  await house.bring('history', '2026-04-01', await trustFile('history.csv'));
  const people = (await house.everybody()).map((person): Person => {
    const verified = { to: 'verified', at: '2026-10-01T12:00:00.000Z' as Instant } as const;
    return {
      ...person,
      history: person.history.map((entry) => ({ ...entry, moves: [...entry.moves, verified] })),
    };
  });
  const frame = frameAsKnown(await house.storage.records.frame(ZPV), BY_NOW);
  const known = (on: string, more: Partial<Known> = {}): Known => {
    return { people, frame, things: nothing, on: date(on), ...more };
  };
  const named = (familyName: string, givenName: string): Person => {
    const found = people.find(
      (person) => person.familyName === familyName && person.givenName === givenName,
    );
    if (found === undefined) throw new Error(`nobody is called ${givenName} ${familyName}`);
    return found;
  };
  return { people, frame, known, named };
}

/** One line as the EDI lead sees it. */
export function lineOf(code: string, known: Known) {
  const line = silverLines(known, { spellsOut: true }).find((each) => each.code === code);
  if (line === undefined) throw new Error(`there is no line ${code}`);
  return line;
}
