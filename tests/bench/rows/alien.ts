import { judged } from '../../alien/judged.ts';
import { throughAlien } from '../../alien/run.ts';
import { atMost, type Row } from '../row.ts';

/** Four bots, killed ten times, through a connector with habits and bad moments of its own. */
export async function alien(): Promise<Row[]> {
  const people = 600;
  const given = { seed: 7, people, perSecond: 25, bots: 4, kills: 10 };
  const told = await throughAlien({ ...given, atMostMs: 8 * 60_000 });
  const { twice, untrue, denied, lost, unseen, unknown, atMostUnknown } = judged(told);
  const wrong = [twice, untrue, denied, lost, unseen].flat().length;
  const { asked, overLimit, unclear } = told.seen;
  const beside = { asked, 'over the limit': overLimit, unclear, kills: told.kills };
  const name = `strange connector, ${people} people, 4 bots killed 10 times`;
  return [
    atMost(`${name}: lost, heard twice, or shown wrong`, {
      ...{ unit: 'people', ours: wrong, baseline: people, times: 0, against: 'who were asked' },
      beside,
    }),
    atMost(`${name}: unknown`, {
      ...{ unit: 'people', ours: unknown.length, baseline: atMostUnknown },
      against: 'answers that tell nothing, and claimed at the kills',
    }),
  ];
}
