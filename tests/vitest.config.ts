import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Rules and words alone: no process, no environment, nothing mocked. Their files share what they
 * import; each of the others is loaded afresh, in a process of its own.
 */
const pure = [
  ...['assurance', 'azure', 'domain', 'evidence', 'house-rules', 'roster', 'use-cases'].map(
    (folder) => `tests/${folder}/**/*.test.ts`,
  ),
  ...['cards', 'drawn'].map((name) => `tests/cards/${name}.test.ts`),
];
// Named, or copies in a built or unpacked folder would run too.
const all = ['tests/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { extends: true, test: { name: 'rules', include: pure, isolate: false } },
      { extends: true, test: { name: 'house', include: all, exclude: pure } },
    ],
    // Real storage, a real bot and a real browser take their time on a small machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // There, what a busy machine alone made late gets a second try; a fault fails twice.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    pool: 'forks',
    // Storage tests start processes of their own beside each of these.
    maxWorkers: 2,
    // A test that was left alone by mistake is a failure where CI runs.
    allowOnly: false,
  },
});
