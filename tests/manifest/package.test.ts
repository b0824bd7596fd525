import { intentOf } from '../../bot/teams/intents.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import helpWords from '../../bot/cards/help-words.json' with { type: 'json' };
import { practice } from '../../infra/local/practice-ids.ts';
import { drawColour, drawOutline } from '../../manifest/draw-icons.ts';
import { readPng, writePng } from '../../manifest/png.ts';
import { fill, namesIn, variables } from '../../manifest/variables.ts';
import { manifestSchema } from '../../manifest/manifest.ts';
import { zipOf } from '../../manifest/zip.ts';
import { files, filled, folder, template, values } from './package-parts.ts';

const place = mkdtempSync(join(tmpdir(), 'silver-package-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function npmRunPackage(args: readonly string[], environment: Record<string, string> = {}) {
  const ran = spawnSync(process.execPath, [join(folder, 'package.ts'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  });
  return { status: ran.status, said: ran.stdout, complained: ran.stderr };
}

test('every variable of the manifest is explained, and none that it does not have', () => {
  expect(namesIn(template).sort()).toEqual(Object.keys(variables).sort());
});

test('all variables that are not set are named at once', () => {
  const { SERVICE_HOST: _, BOT_ID: __, ...others } = values;
  expect(fill(template, { ...others, BOT_ID: '  ' })).toEqual({
    kind: 'unset',
    names: ['SERVICE_HOST', 'BOT_ID'],
  });
  const { status, complained } = npmRunPackage([], others);
  expect(status).toBe(1);
  expect(complained).toMatch(/SERVICE_HOST[^]*BOT_ID/);
  expect(complained).not.toMatch(/TEAMS_APP_ID/);
});

test('the variables may stand in a file, as deployment leaves them', () => {
  const [file, out] = [join(place, '.env.live'), join(place, 'from-file.zip')];
  writeFileSync(
    file,
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  expect(npmRunPackage(['--env', file, '--out', out])).toMatchObject({ status: 0, complained: '' });
  expect(unzip(readFileSync(out)).get('manifest.json')?.toString('utf8')).toBe(filled());
  const { status, complained } = npmRunPackage(['--env', join(place, 'none'), '--out', out]);
  expect([status, complained]).toEqual([1, expect.stringContaining('none')]);
});

test('a value with quotes and backslashes arrives as it is', () => {
  const name = 'The “Vale” \\ "Dale"';
  expect(JSON.parse(filled({ PUBLISHER_NAME: name }))).toMatchObject({ developer: { name } });
});

test('a faulty package is not written', () => {
  const out = join(place, 'faulty.zip');
  const { status, complained } = npmRunPackage(['--out', out], { ...values, BOT_ID: 'bot' });
  expect(status).toBe(1);
  expect(complained).toContain('bots.botId is no GUID: “bot”.');
  expect(() => readFileSync(out)).toThrow(/ENOENT/);
});

test('the package holds the manifest and both icons at its top, the same bytes each time', () => {
  const [first, second] = ['first.zip', 'second.zip'].map((name) => {
    const out = join(place, name);
    expect(npmRunPackage(['--out', out], values)).toMatchObject({ status: 0, complained: '' });
    return readFileSync(out);
  });
  expect(first).toEqual(second);
  const packed = unzip(first ?? Buffer.alloc(0));
  expect([...packed.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
  expect(packed.get('manifest.json')?.toString('utf8')).toBe(filled());
  for (const [name, bytes] of files) expect(packed.get(name)).toEqual(Buffer.from(bytes));
});

test('with the practice ids nothing need be set', () => {
  const out = join(place, 'local.zip');
  expect(npmRunPackage(['--local', '--out', out]).status).toBe(0);
  const manifest: unknown = JSON.parse(String(unzip(readFileSync(out)).get('manifest.json')));
  expect(manifest).toMatchObject({ bots: [{ botId: practice.botId }] });
});

test('an archive can hold any file name', () => {
  const names = ['é.txt', 'a/b.txt', 'empty'];
  const packed = unzip(zipOf(names.map((name) => ({ name, bytes: Buffer.from(name.slice(1)) }))));
  expect([...packed]).toEqual(names.map((name) => [name, Buffer.from(name.slice(1))]));
});

const manifest = manifestSchema.parse(JSON.parse(template));
const bot = manifest.bots[0];

test('it asks for the two permissions of the meeting itself and no more', () => {
  expect(manifest.authorization?.permissions?.resourceSpecific).toEqual([
    { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
    { name: 'OnlineMeetingParticipant.Read.Chat', type: 'Application' },
  ]);
  expect(template).not.toMatch(/messageTeamMembers|devicePermissions/);
});

test('“Raise with the board” is the one thing to do with a message, and asks for a dialog', () => {
  const [extension, ...others] = JSON.parse(template).composeExtensions;
  expect(others).toEqual([]);
  expect(extension).toMatchObject({
    commands: [
      { id: 'raise-with-the-board', type: 'action', context: ['message'], fetchTask: true },
    ],
  });
});

test('the commands say what the bot’s own help says', () => {
  const personal = bot?.commandLists.find(({ scopes }) => scopes.includes('personal'));
  const says = new Map(personal?.commands.map(({ title, description }) => [title, description]));
  const listed = helpWords.filter(({ unlisted }) => unlisted !== true);
  // Teams takes twelve: no other word is left out of the list while there is room.
  if (listed.length < helpWords.length) expect(personal?.commands).toHaveLength(12);
  for (const { word } of helpWords) expect(intentOf(word)).not.toBe('lost');
  for (const { word, does } of listed) {
    expect(says.get(word)?.toLowerCase()).toBe(does.toLowerCase());
  }
});

test('links from cards open the tab that the manifest names', () => {
  const cards = readFileSync(join(folder, '..', 'bot', 'cards', 'card.ts'), 'utf8');
  for (const { entityId } of manifest.staticTabs) expect(cards).toContain(`/${entityId}?context=`);
});

test('the version is the project’s', () => {
  const project = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')));
  expect(manifest.version).toBe(project.version);
});

test('the icons that stand here are the ones that are drawn', () => {
  for (const [name, drawn] of [
    ['color.png', drawColour()],
    ['outline.png', drawOutline()],
  ] as const) {
    expect(readPng(files.get(name) ?? Buffer.alloc(0))).toEqual({
      kind: 'picture',
      picture: drawn,
    });
  }
});

test('a picture that was written is read again', () => {
  const pixels = Uint8Array.from({ length: 3 * 2 * 4 }, (_, index) => index * 7);
  const picture = { width: 3, height: 2, pixels };
  expect(readPng(writePng(picture))).toEqual({ kind: 'picture', picture });
});

/** Reads an archive from its listing, as Teams does, and checks every checksum. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    expect(crc32(bytes)).toBe(zip.readUInt32LE(at + 16));
    expect(zip.readUInt16LE(at + 10)).toBe(0);
    found.set(name, bytes);
    at += 46 + nameLength;
  }
  return found;
}
