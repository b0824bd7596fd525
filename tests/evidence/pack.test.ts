import { strFromU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test, vi } from 'vitest';
import framework from '../../bot/domain/framework.json' with { type: 'json' };
import { openPacks } from '../../bot/evidence/open.ts';
import { richTrust } from './support/rich-trust.ts';

// Documents take a second or two each.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const packs = openPacks('1.2.3');
const { known, facts } = richTrust();
let bytes: Uint8Array;
let files: Record<string, Uint8Array>;
beforeAll(async () => {
  bytes = await packs.make(facts);
  files = unzipSync(bytes);
});

/** All the text of a pack, the documents' own parts included. */
function everyText(): string {
  return Object.entries(files)
    .flatMap(([path, content]) =>
      /\.(docx|xlsx)$/.test(path)
        ? Object.values(unzipSync(content)).map((part) => strFromU8(part))
        : strFromU8(content),
    )
    .join('\n');
}

function documentOf(path: string): { text: string; xml: string; styles: string; core: string } {
  const parts = unzipSync(files[path] ?? new Uint8Array());
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const xml = part('word/document.xml');
  const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, run = '']) => run)
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'");
  return { text, xml, styles: part('word/styles.xml'), core: part('docProps/core.xml') };
}

test('the same facts make the same bytes, whatever was made between', async () => {
  await packs.make({ ...facts, unsettled: 12 });
  expect(Buffer.compare(await packs.make(facts), bytes)).toBe(0);
});

test('nothing altered: the pack says what it is of', async () => {
  expect(await packs.verify(bytes)).toMatchObject({
    kind: 'unaltered',
    files: Object.keys(files).length,
    about: expect.stringContaining('on 15 October 2026, as known on 1 November 2026, 10am'),
    head: 'hash-of-entry-412',
  });
});

test('one byte of any file altered is named, and only that file', async () => {
  for (const path of Object.keys(files)) {
    const content = Uint8Array.from(files[path] ?? []);
    const middle = Math.floor(content.length / 2);
    content[middle] = (content[middle] ?? 0) ^ 1;
    const verdict = await packs.verify(zipSync({ ...files, [path]: content }));
    expect(verdict, path).toEqual({ kind: 'altered', faults: [`${path} was altered`] });
  }
});

test('what is missing and what was added are named', async () => {
  for (const path of Object.keys(files)) {
    const { [path]: _, ...others } = files;
    expect(await packs.verify(zipSync(others)), path).toEqual({
      kind: 'altered',
      faults: [`${path} is missing`],
    });
  }
  expect(await packs.verify(zipSync({ ...files, 'more.txt': new Uint8Array([1]) }))).toEqual({
    kind: 'altered',
    faults: ['more.txt is not of this pack'],
  });
});

test('a second file of the same name, which some programs would open, is named', async () => {
  // Names of one length, so that one can be written over the other in the zip itself.
  const forged = { 'README.tx_': new Uint8Array([1]), ...files };
  const text = Buffer.from(zipSync(forged))
    .toString('latin1')
    .replaceAll('README.tx_', 'README.txt');
  expect(await packs.verify(Buffer.from(text, 'latin1'))).toEqual({
    kind: 'altered',
    faults: ['README.txt is there twice'],
  });
});

test('a file and its hashes altered together are told by the manifest’s seal', async () => {
  const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
  const forged = new TextEncoder().encode(
    manifest.replace('"on": "2026-10-15"', '"on": "2026-10-16"'),
  );
  expect(await packs.verify(zipSync({ ...files, 'manifest.json': forged }))).toEqual({
    kind: 'altered',
    faults: ['manifest.json was altered'],
  });
});

test.each([
  ['nothing', new Uint8Array()],
  ['another zip', zipSync({ 'a.txt': new Uint8Array([1]) })],
])('%s is no pack', async (_, given) => {
  expect(await packs.verify(given)).toEqual({ kind: 'no-pack' });
});

test('a pack that was cut off is no pack', async () => {
  expect(await packs.verify(bytes.slice(0, bytes.length / 2))).toEqual({ kind: 'no-pack' });
});

test('a small zip that would grow beyond any pack is not opened at all', async () => {
  const names = Array.from({ length: 201 }, (_, at) => [`${at}.txt`, new Uint8Array()] as const);
  const many = zipSync({ ...files, ...Object.fromEntries(names) });
  expect(await packs.verify(many)).toEqual({ kind: 'no-pack' });

  const large = Buffer.from(bytes);
  // What its first file says of itself in the zip's own list: that it has 300 MB.
  large.writeUInt32LE(300 * 1024 * 1024, large.indexOf('PK\x01\x02', 0, 'latin1') + 24);
  expect(await packs.verify(large)).toEqual({ kind: 'no-pack' });
});

test('nobody is in it: no name, address, number of their own, band or directorate', () => {
  const text = everyText();
  for (const { id, givenName, familyName, email, assignments } of known.people) {
    expect(text).not.toContain(id);
    expect(text).not.toContain(email);
    expect(text).not.toContain(`${givenName} ${familyName}`);
    for (const { title } of assignments) expect(text).not.toContain(`>${title}<`);
  }
  expect(text).not.toMatch(/\b8[bcd]\b|\bVSM\b/);
});

test('facts of people stand in the order of their answers, reverse mentoring without a day', () => {
  const csv = strFromU8(files['facts/s3-b-mentoring.csv'] ?? new Uint8Array());
  const answers = csv.trim().split('\r\n').slice(1);
  expect(answers).toHaveLength(29);
  expect(answers.map((row) => row.split(',')[1])).toEqual(
    Array.from({ length: 29 }, (_, index) => (index < 14 ? 'yes' : 'no')),
  );
  expect(csv).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  const goals = strFromU8(files['facts/s2-goals.csv'] ?? new Uint8Array());
  expect(new Set(goals.match(/[A-Z]-\d{4}/g))).not.toContain('M-0001');
});

test('what looks like a formula is text in a CSV', () => {
  const csv = (name: string) => strFromU8(files[`facts/${name}.csv`] ?? new Uint8Array());
  expect(csv('s1-council')).toContain(`"'=HYPERLINK(""https://x.example"")"`);
  expect(csv('statements')).toContain("'@Talent report");
  expect(csv('s5-papers')).toContain("'-14");
});

test('the document holds each line of the framework verbatim, Silver first', () => {
  const { text } = documentOf('evidence.docx');
  for (const { items } of framework.levels) {
    for (const { directDeliverable, supportingActions } of items) {
      expect(text).toContain(directDeliverable);
      for (const action of supportingActions) expect(text).toContain(action.text);
    }
  }
  const heads = ['S1 Empowering', 'S5 Data', 'B1 Leading', 'G5 Our', 'R2 Open'].map((head) =>
    text.lastIndexOf(head),
  );
  expect(heads).toEqual(heads.toSorted((a, b) => a - b));
  expect(text).not.toMatch(/\bpassed\b|\bfail/i);
});

test('what is not yet met is said plainly, and what is not yet looked at too', () => {
  const { text } = documentOf('evidence.docx');
  expect(text).toContain('The board needs to see workforce data by ethnic group.');
  expect(text).toContain('3 executive directors need verified education.');
  expect(text).toContain('Self-assessment:  Not yet looked at.');
});

test('grades to settle are on the first page; how many stays untold while they are few', () => {
  const { xml } = documentOf('evidence.docx');
  const firstPage = xml.slice(0, xml.indexOf('w:pageBreakBefore'));
  expect(firstPage).toContain('Exceptions');
  expect(firstPage).toContain('Fewer than 10 people are outside the counts');
});

test.each(['evidence.docx', 'board-paper.docx', 'network-updates/race-equality-network.docx'])(
  '%s can be read by a screen reader: language, title, headings, table heads',
  (path) => {
    const { xml, styles, core } = documentOf(path);
    expect(styles).toContain('<w:lang w:val="en-GB"');
    expect(core).toMatch(/<dc:title>[^<]+<\/dc:title>/);
    expect(xml).toContain('<w:pStyle w:val="Title"/>');
    const levels = [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, at]) =>
      Number(at),
    );
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const tables = xml.match(/<w:tbl>/g) ?? [];
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
    expect(tables.length).toBeGreaterThan(0);
  },
);

test('a network reads what became of what it asked, and no more than is its to read', () => {
  const { text } = documentOf('network-updates/race-equality-network.docx');
  expect(text).toContain('+Nights and weekends (7 May 2026)');
  expect(text).toContain('“A review begins in June.”');
  expect(text).toContain('The board chair declined it on 7 May 2026.');
  expect(everyText()).not.toContain('What only those who may see the item read.');
  expect(everyText()).not.toContain('The chair’s own reason.');
  expect(documentOf('network-updates/disability-and-wellbeing-network.docx').text).not.toContain(
    'Nights',
  );
});

test('the manifest names D, K, each rule, the ledger’s head and the app', () => {
  expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
    on: '2026-10-15',
    known: '2026-11-01T10:00:00.000Z',
    app: '1.2.3',
    ledger: { sequence: 412, hash: 'hash-of-entry-412' },
    rules: { 'S3.b': 'S3.b/1', S4: 'S4/2' },
  });
});
