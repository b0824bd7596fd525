import { addOrganisationCommand } from './add-organisation.ts';
import { appointCommand } from './appoint.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { eraseDueCommand } from './erase-due.ts';
import { eraseOrganisationCommand } from './erase-organisation.ts';
import { erasePersonCommand } from './erase-person.ts';
import { exportPersonCommand } from './export-person.ts';
import type { Command, Given } from './given.ts';
import { evidenceCommand } from './evidence.ts';
import { importCommands } from './import-commands.ts';
import { mergeOrganisationCommand } from './merge-organisation.ts';
import { planNudgesCommand } from './plan-nudges.ts';
import { settingsCommand } from './settings.ts';
import { reachCommand } from './reach.ts';
import { undoImportCommand } from './undo-import.ts';
import { verifyLedgerCommand } from './verify-ledger.ts';
import { verifyPackCommand } from './verify-pack.ts';

const commands: Readonly<Record<string, Command>> = {
  'add-organisation': addOrganisationCommand,
  ...importCommands,
  settings: settingsCommand,
  appoint: appointCommand,
  'merge-organisation': mergeOrganisationCommand,
  'undo-import': undoImportCommand,
  'plan-nudges': planNudgesCommand,
  reach: reachCommand,
  evidence: evidenceCommand,
  'verify-pack': verifyPackCommand,
  'verify-ledger': verifyLedgerCommand,
  'export-person': exportPersonCommand,
  'erase-due': eraseDueCommand,
  'erase-person': erasePersonCommand,
  'erase-organisation': eraseOrganisationCommand,
  backup: backupCommand,
  restore: restoreCommand,
};

/**
 * The operators' command: `npm run admin -- import-roster --org ZPV …`. Changes nothing without
 * `--apply`. Resolves with the exit code: 0, or 1 after one clear line.
 */
export async function runAdmin(argv: readonly string[], given: Given): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    for (const line of overview()) given.print(line);
    return name === undefined ? 1 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    given.print(`There is no command “${name}”. Try --help.`);
    return 1;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    for (const line of page(name, command)) given.print(line);
    return 0;
  }
  try {
    const ending = await command.run(rest, given);
    if (ending.kind === 'refused') given.print(`Not done: ${ending.because}.`);
    return ending.kind === 'done' ? 0 : 1;
  } catch (error) {
    // A fault, not a refusal: storage away, most likely. What was staged is invisible and is resumed.
    const [why] = String(error instanceof Error ? error.message : error).split('\n');
    given.print(`Stopped: ${why}. Run the same command again to go on.`);
    return 1;
  }
}

function overview(): string[] {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    'Usage: npm run admin -- COMMAND [options]',
    '',
    ...Object.entries(commands).map(([name, { purpose }]) => `  ${name.padEnd(width)}  ${purpose}`),
    '',
    'Nothing is changed without --apply. COMMAND --help says more.',
  ];
}

function page(name: string, { purpose, usage, help }: Command): string[] {
  const sentence = `${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.`;
  return [
    `Usage: npm run admin -- ${name} ${usage}`,
    '',
    sentence,
    '',
    ...help.map((line) => `  ${line}`),
  ];
}
