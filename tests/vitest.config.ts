import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Named, or copies in a built or unpacked folder would run too.
    include: ['tests/**/*.test.ts'],
    // Real storage, a real bot and a real browser take their time on a small machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // As patient as the browser is; vitest's own second is too short for a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
    // There, what a busy machine alone made late gets a second try; a fault fails twice.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    pool: 'forks',
    // Storage tests start processes of their own beside each of these.
    maxWorkers: 2,
    // A test that was left alone by mistake is a failure where CI runs.
    allowOnly: false,
  },
});
