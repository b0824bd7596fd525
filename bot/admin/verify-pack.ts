import { parseArgs } from 'node:util';
import type { Command, Ending, Given } from './given.ts';
import { refused } from './given.ts';
import { readGivenFile } from './read-file.ts';
import { count } from './words.ts';

export const verifyPackCommand: Command = {
  purpose: 'checks an evidence pack, and names what was altered in it',
  usage: '--file X.zip',
  help: [
    '--file X.zip  the pack as it was handed over',
    'Needs neither the organisation nor its storage. Ends with an error where anything was altered.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const path = fileIn(argv);
  if (path === undefined) return refused('--file is needed, alone: the pack’s zip');
  const file = await readGivenFile(path);
  if (file.kind === 'refused') return file;
  const verdict = await given.packs.verify(file.bytes);
  switch (verdict.kind) {
    case 'no-pack':
      return refused(`${file.name} is no evidence pack, or was cut off`);
    case 'altered':
      for (const fault of verdict.faults) given.print(`FAULT: ${fault}`);
      given.print(`${count(verdict.faults.length, 'fault', 'faults')}.`);
      return { kind: 'faults-found' };
    case 'unaltered':
      given.print(verdict.about);
      given.print(`${count(verdict.files, 'file', 'files')}, each as it was made.`);
      given.print(`seal: ${verdict.seal}`);
      given.print(`head of the ledger: ${verdict.head || 'none yet'}`);
      given.print('Compare the seal with the one that was noted when the pack was made.');
      return { kind: 'done' };
  }
}

function fileIn(argv: readonly string[]): string | undefined {
  try {
    const options = { file: { type: 'string' } } as const;
    return parseArgs({ args: [...argv], options, strict: true }).values.file;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}
