import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fullDate } from '../contract/dates.ts';
import { londonDate } from '../domain/time.ts';
import { makePack, type PackOutcome } from '../use-cases/evidence/pack.ts';
import type { Command, Ending, Given } from './given.ts';
import { refused } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';

export const evidenceCommand: Command = {
  purpose: 'writes the evidence of a day as one zip, to hand to an assessor',
  usage: '--org CODE [--tenant ID] --on DAY [--known DAY] --out DIR [--replace]',
  help: [
    '--org CODE   the organisation’s ODS code',
    '--tenant ID  its Microsoft 365 tenant, where the code is known in several',
    '--on DAY     the day of the figures, such as 2026-03-31',
    '--known DAY  as it was known at the end of that day; now where left out. A moment in full is read too',
    '--out DIR    the folder to write it to; it is made where there is none',
    '--replace    writes over another pack of the same name',
    'Reads the organisation only. The same days make the same bytes. verify-pack checks the zip.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'on', 'known', 'out', 'replace']);
  if (read.kind === 'refused') return read;
  const { org, tenant, on, known, out, replace } = read.options;
  if (on === undefined)
    return refused('--on is needed: the day of the figures, such as 2026-03-31');
  if (out === undefined) return refused('--out is needed: the folder to write it to');
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;

  const asAt = { on, ...(known === undefined ? {} : { known }) };
  const made = await makePack({ ...ports, ...given }, found.organisation, asAt);
  if (made.kind === 'refused') return refused(whyNot(made.because, londonDate(given.clock.now())));

  const path = join(out, made.name);
  const there = await readIfThere(path);
  const hash = createHash('sha256').update(made.bytes).digest('hex');
  if (there?.equals(made.bytes) === true) {
    given.print(`${path} is there already, and is this very pack.`);
  } else if (there !== undefined && replace !== true) {
    return refused(`${path} is another pack: choose another folder, or --replace it`);
  } else {
    await mkdir(out, { recursive: true, mode: 0o700 });
    await writeFile(path, made.bytes, { mode: 0o600 });
    given.print(`Written: ${path}, the evidence of ${fullDate(on)}.`);
  }
  given.print(`SHA-256 of the zip: ${hash}`);
  if (made.unsettled !== 'none') {
    given.print('Grades wait to be settled: the first page says so. Settle them for a full count.');
  }
  given.print(
    'Nobody is named in it, but it is the organisation’s own. Keep it where few can open it.',
  );
  return { kind: 'done' };
}

function whyNot(because: Extract<PackOutcome, { kind: 'refused' }>['because'], today: string) {
  const why = {
    'not-yours': 'this pack is not yours to take',
    'not-in-the-future': `that day is still to come; today is ${fullDate(today)}`,
    'before-the-first-fact': 'that day is before the first that the organisation’s lists tell of',
    'nothing-known-then': 'nothing was known of the organisation then',
  };
  return why[because];
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
