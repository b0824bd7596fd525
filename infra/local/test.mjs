// `npm test`: everything that CI checks. The last line is "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { runChecks } from './check.mjs';
import { commandOf, ensureInstalled, projectNode, root } from './install.mjs';

function run(args, environment = {}) {
  return spawnSync(projectNode(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  }).status;
}

function buildTab() {
  const status = run([join('infra', 'local', 'tab-build.ts')]);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  build of the tab (vite)`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runTests(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'silver-tests-'));
  const results = join(folder, 'results.json');
  const config = join('tests', 'vitest.config.ts');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    const args = ['run', '--config', config, ...reporters, ...process.argv.slice(2)];
    const status = run([commandOf('vitest'), ...args], {
      BROWSER_PATH: browser,
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
function attempt(step) {
  try {
    return step();
  } catch (fault) {
    console.error(fault.message);
    return { passed: 0, failed: 1 };
  }
}

function runAll() {
  ensureInstalled();
  const browser = ensureBrowser();
  return [buildTab, runChecks, () => runTests(browser)].map(attempt).reduce((sum, counts) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
  }));
}

const { passed, failed } = attempt(runAll);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
