// A process that imports the fictional trust and ends. It is told where when storage is up.
import * as z from 'zod';
import { runAdmin } from '../../bot/admin/main.ts';
import { adminHouse } from '../../bot/admin-app.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { storageEnvironment } from './practice-ids.ts';

const orderSchema = z.object({
  storage: z.string(),
  offset: z.number(),
  imports: z.array(z.array(z.string())),
});

process.once('message', (message: unknown) => {
  const { storage, offset, imports } = orderSchema.parse(message);
  const clock = { now: () => instantFrom(Date.now() + offset) };
  void importAll(storage, clock, imports).then((code) => process.exit(code));
});

async function importAll(
  storage: string,
  clock: Parameters<typeof adminHouse>[1],
  imports: readonly (readonly string[])[],
): Promise<number> {
  const house = adminHouse(storageEnvironment(storage), clock);
  for (const argv of imports) {
    const code = await runAdmin([...argv], { ...house, print: (line) => console.log(line) });
    if (code !== 0) return code;
  }
  return 0;
}
