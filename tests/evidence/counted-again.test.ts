import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { spreadsheet } from '../../bot/evidence/spreadsheet.ts';
import { factTables } from '../../bot/evidence/tables.ts';
import { BY_NOW, frameAsKnown, personAsKnown, thingsAsKnown } from '../../bot/domain/known.ts';
import { generatedOrganisation } from '../domain/measures/generated-organisation.ts';
import { date } from '../domain/measures/generated-people.ts';
import { cellValue } from './support/formula.ts';
import { factsOf, richTrust } from './support/rich-trust.ts';
import { readWorkbook } from './support/workbook.ts';

const rows = Array.from({ length: 13 }, (_, index) => index + 2);

test.each([
  [1, '2025-07-01'],
  [1, '2026-04-01'],
  [2, '2026-10-01'],
  [3, '2027-03-31'],
])('organisation %i on %s: the formulas count what the app counted', async (seed, on) => {
  const { people, frame, things } = generatedOrganisation(seed, 120);
  const facts = factsOf({
    people: people.map((person) => personAsKnown(person, BY_NOW)),
    frame: frameAsKnown(frame, BY_NOW),
    things: thingsAsKnown(things, BY_NOW),
    on: date(on),
  });
  const book = readWorkbook(await spreadsheet(facts, factTables(facts)));
  const again = rows.map((row) => {
    const [code, n, of, ready] = ['A', 'G', 'H', 'K'].map((letter) =>
      cellValue(book, 'Figures', `${letter}${row}`),
    );
    return { code, n, of, ready: ready === 'yes' };
  });
  expect(again).toEqual(facts.figures.map(({ code, n, of, ready }) => ({ code, n, of, ready })));
  expect(cellValue(book, 'About', 'A8')).toBe('All 13 figures agree');

  // A preview that counts nothing shows what each formula comes to.
  for (const [sheet, cells] of book) {
    for (const [address, { formula, shown }] of cells) {
      if (formula === undefined) continue;
      expect([sheet, address, shown]).toEqual([sheet, address, cellValue(book, sheet, address)]);
    }
  }
});

test('whoever opens it has the formulas count again, whatever is shown', async () => {
  const { facts } = richTrust();
  const files = unzipSync(await spreadsheet(facts, factTables(facts)));
  const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
  // One of each, or a spreadsheet would offer to repair it.
  expect(book.match(/<calcPr\b[^>]*>/g)).toEqual(['<calcPr fullCalcOnLoad="1"/>']);
  expect(book.match(/<definedNames\b/g)).toHaveLength(1);
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.startsWith('xl/worksheets/sheet')) continue;
    const sheet = strFromU8(bytes);
    expect([path, sheet.match(/fitToPage="1"/g), sheet.match(/fitToWidth="1"/g)]).toEqual([
      path,
      ['fitToPage="1"'],
      ['fitToWidth="1"'],
    ]);
  }
});

test('a fact that somebody changes in the sheet makes its figure differ', async () => {
  const { facts } = richTrust();
  const book = readWorkbook(await spreadsheet(facts, factTables(facts)));
  const sheet = new Map(book.get('S3.b mentoring'));
  expect(cellValue(book, 'Figures', 'I9')).toBe('agrees');
  sheet.set('B2', { value: 'no' });
  const changed = new Map(book).set('S3.b mentoring', sheet);
  expect(cellValue(changed, 'Figures', 'I9')).toBe('differs');
  expect(cellValue(changed, 'About', 'A8')).toBe('Not all figures agree');
});

test('only our own cells are formulas: what people typed is text', async () => {
  const { facts } = richTrust();
  const bytes = await spreadsheet(facts, factTables(facts));
  const book = readWorkbook(bytes);
  for (const [name, cells] of book) {
    const formulas = [...cells.values()].filter(({ formula }) => formula !== undefined);
    if (!['About', 'Figures', 'S4 networks'].includes(name)) expect(formulas, name).toEqual([]);
  }
  expect(book.get('S1 council')?.get('C3')?.value).toBe('=HYPERLINK("https://x.example")');
  expect(Object.keys(unzipSync(bytes))).not.toContain('xl/externalLinks/externalLink1.xml');
});
