// `npm run audit`: what is known to be wrong with the packages of production. Where the registry
// answers no such question, it says so and ends well: that is nobody's fault here.
import { spawnSync } from 'node:child_process';

const ran = spawnSync('npm', ['audit', '--omit', 'dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 64 * 1024 * 1024,
});
const found = foundIn(ran.stdout);
if (found === undefined) {
  console.log('Not audited: the registry in use did not answer. Run this where it does.');
} else {
  const { info, low, moderate, high, critical } = found;
  console.log(`Known faults: ${critical} critical, ${high} high, ${moderate + low + info} lower.`);
  if (critical + high > 0) {
    console.log('Run "npm audit" for what they are and which versions mend them.');
    process.exitCode = 1;
  }
}

/** The counts; undefined where the answer is none. */
function foundIn(said) {
  try {
    return JSON.parse(said).metadata?.vulnerabilities;
  } catch {
    // No JSON at all: npm could not even ask.
    return undefined;
  }
}
