import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fullDate } from '../contract/dates.ts';
import type { Frame } from '../domain/facts.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { findPerson } from './person.ts';
import { personPage } from './person-page.ts';
import { count } from './words.ts';

export const exportPersonCommand: Command = {
  purpose: 'writes everything that is kept on one person',
  usage: '--org CODE [--tenant ID] --person NUMBER-OR-ADDRESS --out FOLDER',
  help: [
    '--org CODE    the organisation’s ODS code',
    '--tenant ID   its Microsoft 365 tenant, where the code is known in several',
    '--person WHO  their staff number or work address',
    '--out FOLDER  a new folder: a page to hand over, the same as JSON, and their files',
    'Other people are named only in words that somebody wrote. It is personal data: hand it over safely, then delete it.',
    'Only whoever runs this can open it.',
  ],
  run,
};

/** For whoever runs the command, and nobody else on the machine. */
const theirs = { mode: 0o600 } as const;

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'person', 'out']);
  if (read.kind === 'refused') return read;
  const { org, tenant, person: named, out } = read.options;
  if (named === undefined) return refused('--person is needed: a staff number or a work address');
  if (out === undefined) return refused('--out is needed: the folder to make');
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  const { organisation } = found;
  const who = await findPerson(ports.holdings, organisation, named);
  if (who.kind === 'refused') return who;
  const { person } = who;

  const made = await mkdir(out, { recursive: true, mode: 0o700 });
  if (made === undefined) return refused(`${out} is there already`);
  const held = await ports.holdings.heldOn({ organisation, person });
  const frame = await ports.records.frame(organisation);
  const about = {
    ...{ organisation: frame.settings.name, madeAt: given.clock.now() },
    names: namesIn(frame),
  };
  await writeFile(join(out, 'what-is-kept.html'), personPage(held, about), theirs);
  const { files, ...said } = held;
  const json = `${JSON.stringify(said, undefined, 2)}\n`;
  await writeFile(join(out, 'what-is-kept.json'), json, theirs);
  if (files.length > 0) await mkdir(join(out, 'files'), { mode: 0o700 });
  for (const { file, bytes } of files) {
    // Named by their place: a file's own name is somebody's text.
    const ending = /\.[a-z]{3,4}$/i.exec(file.name)?.[0] ?? '';
    await writeFile(
      join(out, 'files', `${files.findIndex((each) => each.file === file) + 1}${ending}`),
      bytes,
      theirs,
    );
  }
  given.print(
    `${count(held.facts.length, 'fact', 'facts')}, ${count(files.length, 'file', 'files')}`,
  );
  given.print(`Written to ${out}.`);
  return { kind: 'done' };
}

/** What meetings and networks are called. */
function namesIn({ networks, meetings }: Frame): ReadonlyMap<string, string> {
  const names = new Map<string, string>(networks.map(({ id, name }) => [id, name]));
  for (const { id, network, date } of meetings) {
    names.set(id, `${names.get(network) ?? network}, ${fullDate(date)}`);
  }
  return names;
}
