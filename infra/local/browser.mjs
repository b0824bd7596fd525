// Plain JavaScript for any Node from 18 on: `npm test` asks before anything else runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { commandOf, projectNode, root } from './install.mjs';

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge'];

/** The path of an installed Chrome, Edge or Chromium, or of the one Playwright fetched; else undefined. */
export function findBrowser() {
  return [process.env.BROWSER_PATH, ...installedPlaces(), playwrightsOwn()].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/** A browser for the tests, fetched where there is none. Throws with what to do where none can be had. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log('No Chrome, Edge or Chromium here: fetching one for the tests.');
  fetchPlaywrights();
  if (findBrowser() === undefined && isDebianRoot()) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
  }
  const fetched = findBrowser();
  if (fetched !== undefined) return fetched;
  throw new Error(
    'The browser tests need Chrome, Edge or Chromium. Install one, or put the path of one in BROWSER_PATH.',
  );
}

function installedPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightsOwn() {
  try {
    const require = createRequire(join(root, 'package.json'));
    return require('playwright-core').chromium.executablePath();
  } catch (fault) {
    console.warn(`Playwright could not say where its browser is: ${fault.message}`);
    return undefined;
  }
}

function fetchPlaywrights() {
  run(projectNode(), [commandOf('playwright-core'), 'install', 'chromium']);
}

function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** What became of it shows in whether a browser is there afterwards. */
function run(file, args) {
  spawnSync(file, args, { cwd: root, stdio: 'inherit', timeout: 300_000 });
}
