// `npm test`: everything that CI checks. The last line is "N passed, N failed".
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { runChecks } from './check.mjs';
import { commandOf, ensureInstalled, projectNode, root } from './install.mjs';

async function run(args, environment = {}) {
  const child = spawn(projectNode(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  const [status] = await once(child, 'close');
  return status;
}

async function buildTab() {
  const status = await run([join('infra', 'local', 'tab-build.ts')]);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  build of the tab (vite)`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'silver-tests-'));
  const results = join(folder, 'results.json');
  const config = join('tests', 'vitest.config.ts');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    const args = ['run', '--config', config, ...reporters, ...process.argv.slice(2)];
    const status = await run([commandOf('vitest'), ...args], {
      BROWSER_PATH: browser,
      // Every process of the run loads much the same: it is compiled once.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      TAB_BUILT: join(root, 'tab', 'dist'),
    });
    return countsOf(JSON.parse(readFileSync(results, 'utf8')), status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not even be read counts as one failure, and so does a run that ends badly otherwise. */
function countsOf(results, status) {
  const passed = results.numPassedTests;
  const unread = results.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const left = results.numPendingTests + results.numTodoTests;
  if (left > 0) console.log(`${left} tests were left out.`);
  const failed = results.numFailedTests + unread;
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed };
}

/** What can't even be begun is a failure with a reason, never a silent skip. */
async function attempt(step) {
  try {
    return await step();
  } catch (fault) {
    console.error(fault.message);
    return { passed: 0, failed: 1 };
  }
}

async function runAll() {
  ensureInstalled();
  const browser = ensureBrowser();
  const built = await attempt(buildTab);
  // Tests wait at times, for a pace or for storage: the processor is the checks' meanwhile.
  const said = [];
  const checking = attempt(() => runChecks({ say: (line) => said.push(line), yields: true }));
  const tested = await attempt(() => runTests(browser));
  const checked = await checking;
  for (const line of said) console.log(line);
  return [built, checked, tested].reduce((sum, counts) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
  }));
}

// Ctrl+C reaches the tests too: they end what they started, and we end after them.
process.on('SIGINT', () => undefined);
const { passed, failed } = await attempt(runAll);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
