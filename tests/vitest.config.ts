import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Rules, words, and doors over memory: no process of their own, no environment, nothing mocked. Files
 * of these share what they import; each of the others is loaded afresh, in a process of its own.
 */
const light = [
  '{admin,assurance,domain,evidence,house-rules,roster,use-cases}/**/*',
  'azure/!(container)',
  'cards/cards',
  'graph/{certificate,shapes}',
  'http/!(config|identity|mentoring-privacy|pages)',
  'local/{issuers,markdown,people,practice-clock,proxy}',
  'nudges/!(delivery|faults|kills|planning|poison|properties|reconcile|stall|storage|story)',
  'storage/{backup,erase,imports,kept-people,ledger,patience,undo-import}',
  'tab/{settle,true-words,view-logic,words}',
  'teams/{intents,message-words,redraw}',
].map((files) => `tests/${files}.test.ts`);
// Named, or copies in a built or unpacked folder would run too.
const all = ['tests/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { extends: true, test: { name: 'light', include: light, isolate: false } },
      { extends: true, test: { name: 'house', include: all, exclude: light } },
    ],
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
