// A process that runs operators' commands one after another and says how much memory it took.
import * as z from 'zod';
import { adminHouse } from '../../bot/admin-app.ts';
import { runAdmin } from '../../bot/admin/main.ts';
import { instantFrom } from '../../bot/domain/time.ts';

const orderSchema = z.object({
  environment: z.record(z.string(), z.string()),
  offset: z.number(),
  commands: z.array(z.array(z.string())),
});

process.once('message', (message: unknown) => {
  const { environment, offset, commands } = orderSchema.parse(message);
  const house = adminHouse(environment, { now: () => instantFrom(Date.now() + offset) });
  void runAll(commands, house).then((code) => {
    const peakMegabytes = process.resourceUsage().maxRSS / 1024;
    process.send?.({ peakMegabytes }, undefined, undefined, () => process.exit(code));
  });
});

async function runAll(
  commands: readonly string[][],
  house: ReturnType<typeof adminHouse>,
): Promise<number> {
  for (const argv of commands) {
    const code = await runAdmin(argv, { ...house, print: (line) => console.log(line) });
    if (code !== 0) return code;
  }
  return 0;
}
