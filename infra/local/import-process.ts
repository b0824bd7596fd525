// A process that imports the fictional trust and ends. It is told where when storage is up.
import * as z from 'zod';
import { runAdmin } from '../../bot/admin/main.ts';
import { adminHouse } from '../../bot/admin-app.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { trustImports } from './first-import.ts';

const orderSchema = z.object({ environment: z.record(z.string(), z.string()), offset: z.number() });

process.once('message', (message: unknown) => {
  const { environment, offset } = orderSchema.parse(message);
  const clock = { now: () => instantFrom(Date.now() + offset) };
  void importAll(environment, clock).then((code) => process.exit(code));
});

async function importAll(
  environment: Record<string, string>,
  clock: Parameters<typeof adminHouse>[1],
): Promise<number> {
  const house = adminHouse(environment, clock);
  for (const argv of trustImports) {
    const code = await runAdmin([...argv], { ...house, print: (line) => console.log(line) });
    if (code !== 0) return code;
  }
  return 0;
}
