// The bot as a child process of the house: the production composition, with a clock that can be moved.
import { createApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { toBotSchema, type FromBot } from './bot-messages.ts';
import { reachPracticeEntra } from './reach-entra.ts';

let offset = Number(process.env['PRACTICE_OFFSET'] ?? 0);
/** How long it says that it is ending before it takes nothing new; at once unless told otherwise. */
const announceMs = Number(process.env['PRACTICE_ANNOUNCE_MS'] ?? 0);
const clock = { now: () => instantFrom(Date.now() + offset) };

const read = readConfig(process.env);
if (!read.ok) throw new Error(`The bot cannot start: ${read.faults.join('; ')}`);
reachPracticeEntra(read.config.tab.authority);
const app = createApp(read.config, { clock });

let stopping: Promise<void> | undefined;
function stop(): void {
  stopping ??= app.close({ announceMs }).finally(() => process.exit());
}

process.on('message', (message: unknown) => {
  const told = toBotSchema.parse(message);
  if (told.kind === 'stop') return stop();
  offset = told.offset;
  // What is due at the new time is done before the house says that the clock has moved.
  void app
    .clockMoved()
    .catch((fault: unknown) => console.error(fault))
    .finally(() => tell({ kind: 'clock-moved', turn: told.turn }));
});
process.on('disconnect', stop);
process.on('SIGTERM', stop);
// Ctrl+C in a terminal reaches every process in it: the house says when it is our turn to end.
process.on('SIGINT', () => undefined);

const { port } = await app.listen();
tell({ kind: 'listening', port });

function tell(message: FromBot): void {
  process.send?.(message);
}
