import { memoryOf } from '../memory.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

/** What the bot's process holds after all that the rows before have asked of it. */
export async function memory(stage: Stage): Promise<Row[]> {
  const { bot } = await stage.practice();
  const { now, peak } = await memoryOf(bot.pid);
  return [
    atMost('memory of the bot’s process', {
      unit: 'MB',
      ours: now,
      baseline: 300,
      against: 'what it may hold',
      beside: { 'at most, MB': peak },
    }),
  ];
}
