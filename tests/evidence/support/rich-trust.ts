import type { Known } from '../../../bot/domain/measures/figure.ts';
import type { Things } from '../../../bot/domain/things.ts';
import type { PersonId } from '../../../bot/domain/facts.ts';
import type { Instant, PlainDate } from '../../../bot/domain/time.ts';
import { packFacts } from '../../../bot/use-cases/evidence/pack.ts';
import type { PackFacts } from '../../../bot/use-cases/evidence/pack-facts.ts';
import { nothing, practiceTrust } from '../../domain/measures/practice-trust.ts';

const at = '2026-05-07T10:00:00.000Z' as Instant;
const by = 'somebody' as PersonId;
const day = (text: string) => text as PlainDate;
const network = 'race-equality-network' as never;

const things: Things = {
  ...nothing,
  council: [
    {
      id: 'council',
      moves: [
        { to: 'terms-approved', at, by, on: day('2026-05-07'), document: 'Terms, version 2' },
        { to: 'met', at, by, on: day('2026-09-14'), document: '=HYPERLINK("https://x.example")' },
      ],
    },
  ],
  statement: [
    {
      id: 'S1.a',
      moves: [{ to: 'in-place', at, by, on: day('2026-06-01'), evidence: '@Talent report' }],
    },
  ],
  paper: [
    {
      id: '1',
      kind: 'wres',
      quarter: day('2026-04-01'),
      moves: [{ to: 'presented', at, by, on: day('2026-07-09'), minute: '-14' }],
    },
  ],
  'agenda-item': [
    {
      id: 'a',
      network,
      title: '+Nights and weekends',
      text: 'What only those who may see the item read.',
      moves: [
        { to: 'raised', at, by },
        { to: 'discussed', at, by, text: 'Minute 12' },
        { to: 'fed-back', at, by, text: 'A review begins in June.' },
      ],
    },
    {
      id: 'b',
      network,
      title: 'Uniforms',
      text: 'Text of the second.',
      moves: [
        { to: 'raised', at, by },
        { to: 'declined', at, by, text: 'The chair’s own reason.' },
      ],
    },
  ],
};

const october = await practiceTrust('october');

/** Pennine Vale in October with history verified, and something of the board's own on record. */
export function richTrust(): { known: Known; facts: PackFacts } {
  const known = october.known('2026-10-15', { things });
  return { known, facts: factsOf(known) };
}

export function factsOf(known: Known): PackFacts {
  const ledger = { sequence: 412, hash: 'hash-of-entry-412', at };
  const moment = '2026-11-01T10:00:00.000Z' as Instant;
  return packFacts(known, { known: moment, ledger, code: 'ZPV' });
}
