import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fullDate } from '../contract/dates.ts';
import type { OrganisationRef } from '../domain/facts.ts';
import { londonDate } from '../domain/time.ts';
import type { Backups } from '../use-cases/ports.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { count } from './words.ts';

const TRIES = 3;
const linesBetweenWords = 10_000;

export const backupCommand: Command = {
  purpose: 'writes everything of one organisation to one file',
  usage: '--org CODE [--tenant ID] --out FILE',
  help: [
    '--org CODE   the organisation’s ODS code',
    '--tenant ID  its Microsoft 365 tenant, where the code is known in several',
    '--out FILE   a new file, such as ZPV-2026-04-09.backup.gz; one that is there is left alone',
    'It holds personal data: keep it as safely as the records themselves, and as long as they are kept.',
    'Only whoever writes it can open it. Stopped half-way it leaves FILE.part: delete that, or run it again.',
    'It has records, ledger, reminders, evidence files and where people can be reached.',
    'Left out: which messages show which cards, and the queue. Both are made anew.',
  ],
  run: runBackup,
};

export const restoreCommand: Command = {
  purpose: 'puts an organisation back from its backup, where nothing of it is kept',
  usage: '--org CODE [--tenant ID] --file FILE [--apply]',
  help: [
    '--org CODE   the ODS code of the organisation that the backup is of',
    '--tenant ID  its Microsoft 365 tenant, to be certain',
    '--file FILE  what backup wrote; it is checked to its last line before anything is written',
    '--apply      restores it; without this the command only says what it would do',
    'Nobody sees the organisation before all of it is back. Stopped half-way, run it again.',
    'Reminders that were sent after the backup are not in it, so one may come once more.',
  ],
  run: runRestore,
};

async function runBackup(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'out']);
  if (read.kind === 'refused') return read;
  const { org, tenant, out } = read.options;
  if (out === undefined) return refused('--out is needed: the file to write');
  if (await isThere(out)) return refused(`${out} is there already`);
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if ((await write(ports.backups, found.organisation, out, given)) === 'written') {
      given.print(
        `Written: ${basename(out)}. Try it now and then: restore it to an empty storage.`,
      );
      return { kind: 'done' };
    }
    given.print('Something was recorded while it was read. It begins again.');
  }
  return refused('people kept recording things; try again at a quieter time');
}

/** Under another name until it is whole; what an earlier one left is gone first, with its own mode. */
async function write(
  backups: Backups,
  organisation: OrganisationRef,
  out: string,
  given: Given,
): Promise<'written' | 'moved'> {
  const part = `${out}.part`;
  try {
    const bytes = backups.read(organisation, given.clock.now());
    await rm(part, { force: true });
    await pipeline(bytes, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    await rename(part, out);
    return 'written';
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'organisation-moved') {
      return 'moved';
    }
    throw error;
  }
}

async function runRestore(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'file', 'apply']);
  if (read.kind === 'refused') return read;
  const { org: code, tenant, file, apply = false } = read.options;
  if (file === undefined) return refused('--file is needed: what backup wrote');
  if (!(await isThere(file))) return refused(`${file} can’t be read`);
  const ports = await given.open();
  const asked = { code, ...(tenant === undefined ? {} : { tenant }) };
  const progress = (done: number): void => {
    if (done % linesBetweenWords === 0) given.print(`… ${done} lines`);
  };
  const verdict = await ports.backups.restore(asked, () => createReadStream(file), {
    apply,
    progress,
  });
  if (verdict.kind === 'refused') return refused(`${basename(file)}: ${verdict.because}`);
  const { takenAt, lines, head } = verdict;
  given.print(`${code} as it was on ${fullDate(londonDate(takenAt))}, ${takenAt}`);
  given.print(count(lines, 'line', 'lines'));
  given.print(`head of the ledger: ${head || 'none yet'}`);
  given.print(
    verdict.kind === 'restored'
      ? 'Restored. Check it with verify-ledger: its head is to be the same.'
      : 'Nothing was changed. Run it again with --apply to restore it.',
  );
  return { kind: 'done' };
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    // Not there, or not to be read.
    return false;
  }
}
