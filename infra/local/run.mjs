// run.mjs FILE args…: runs FILE on the project's own Node, installing what is missing first.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, projectNode, root } from './install.mjs';

/** Runs a file of the project and ends as it ends. Its output, input and signals are handed through. */
export function runFile(file, args) {
  try {
    ensureInstalled();
  } catch (fault) {
    console.error(fault.message);
    process.exitCode = 1;
    return;
  }
  const child = spawn(
    projectNode(),
    ['--disable-warning=ExperimentalWarning', resolve(root, file), ...args],
    // By the fourth channel the child hears of our end on Windows too, where signals don't travel.
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (process.platform !== 'win32') child.kill(signal);
      else if (child.connected) child.disconnect();
    });
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) {
    console.error('Name the file to run: node infra/local/run.mjs FILE args…');
    process.exitCode = 2;
  } else {
    runFile(file, args);
  }
}
