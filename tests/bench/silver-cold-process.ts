// A process that answers one question, the first of its life: the figures of a day, or their rows alone.
import * as z from 'zod';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { instantFrom, parsePlainDate } from '../../bot/domain/time.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { openStorage } from '../../bot/storage/open.ts';
import { silver } from '../../bot/use-cases/silver.ts';
import { timed } from './figures.ts';
import { rawReads } from './raw-reads.ts';

const orderSchema = z.object({
  connection: z.string(),
  offset: z.number(),
  organisation: z.object({ tenant: z.string(), code: z.string() }),
  person: z.string().transform((value) => value as PersonId),
  on: z.string(),
  what: z.enum(['figures', 'rows']),
});

process.once('message', (message: unknown) => {
  void answer(orderSchema.parse(message)).then((milliseconds) =>
    process.send?.({ milliseconds }, undefined, undefined, () => process.exit(0)),
  );
});

async function answer(order: z.output<typeof orderSchema>): Promise<number> {
  const { connection, offset, organisation, person, what } = order;
  if (what === 'rows') return timed(rawReads(connection, organisation));
  const clock = { now: () => instantFrom(Date.now() + offset) };
  const storage = openStorage({ kind: 'connection', text: connection }, { clock });
  const house = {
    ...{ ...storage, clock, isBankHoliday: englandsBankHolidays(), readers },
    packs: openPacks('0.0.0'),
    ...{ changed: () => undefined, tenants: [organisation.tenant] },
  };
  const on = parsePlainDate(order.on);
  if (on === undefined) throw new Error('no such day');
  return timed(async () => {
    const shown = await silver(house, { organisation, person }, { on });
    if (shown.kind === 'refused') throw new Error(shown.because);
  });
}
