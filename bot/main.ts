import { readConfig } from './config.ts';
import { instantFrom } from './domain/time.ts';

/** For so long requests are still answered while `/readyz` says that they should go elsewhere. */
const announceMs = 2_000;
/** Azure sends SIGTERM and kills half a minute later; any act is over long before. */
const drainWithinMs = 25_000;

// Application Insights' exporter would report on itself to its maker, through addresses of its own.
process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] ??= 'true';
process.env['APPLICATIONINSIGHTS_SDKSTATS_DISABLED'] ??= 'true';

const clock = { now: () => instantFrom(Date.now()) };

const read = readConfig(process.env);
if (read.ok && process.argv.includes('--check')) {
  const { check } = await import('./check.ts');
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  process.exitCode = (await check(read.config, { clock, print })) === 'well' ? 0 : 1;
} else if (read.ok) {
  // Loaded only now: a fault of the environment is told at once, whatever else is amiss.
  const { createApp } = await import('./app.ts');
  const app = createApp(read.config, { clock });
  stopOnSignal(() => app.close({ announceMs }));
  await app.listen();
} else {
  process.stderr.write('Silver Commitments cannot start:\n');
  for (const fault of read.faults) process.stderr.write(`- ${fault}\n`);
  process.exitCode = 1;
}

/** The first signal drains; the process then ends by itself, or is ended when its time is up. */
function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const late = setTimeout(() => {
      process.stderr.write('Silver Commitments did not finish in time and was ended.\n');
      process.exit(1);
    }, drainWithinMs);
    late.unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Silver Commitments did not close cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
