import { expect, test } from 'vitest';
import { countsUntil, isLapsing } from '../../bot/domain/education/counting.ts';
import { judgeFile, MOST_BYTES } from '../../bot/domain/education/file-kind.ts';
import { plainFileName, plainText } from '../../bot/domain/education/plain-text.ts';
import { addDays, addMonths, type PlainDate } from '../../bot/domain/time.ts';
import { samples, zipOf } from '../support/sample-files.ts';

const day = (text: string) => text as PlainDate;

test.each([
  ['2024-05-17', '2027-05-16'],
  ['2026-01-01', '2028-12-31'],
  ['2024-02-29', '2027-02-28'],
])('education of %s counts until %s: three years, the day itself included', (on, until) => {
  expect(countsUntil(day(on))).toBe(until);
  // domain.md: what lies in (D − 3 years, D] counts on D.
  const within = (d: PlainDate) => addMonths(d, -36) < on;
  expect([within(day(until)), within(addDays(day(until), 1))]).toEqual([true, false]);
});

test('no name or text is left with half a character, wherever it is cut or whatever came', () => {
  const name = plainFileName(`${'a'.repeat(115)}😀a.pdf`);
  expect(name).toBe(`${'a'.repeat(115)}.pdf`);
  for (const text of [name, plainFileName('\ud83db.pdf'), plainText('c\ude00')]) {
    expect(() => encodeURIComponent(text)).not.toThrow();
  }
  expect(plainText('d 😀')).toBe('d 😀');
});

test('for half a year it is said that it is about to lapse', () => {
  expect(isLapsing(day('2026-10-08'), day('2026-04-09'))).toBe(true);
  expect(isLapsing(day('2026-10-09'), day('2026-04-09'))).toBe(false);
});

test.each([
  ['certificate.pdf', samples.pdf, 'application/pdf'],
  ['Certificate.PDF', samples.pdf, 'application/pdf'],
  ['scan.png', samples.png, 'image/png'],
  ['photo.jpg', samples.jpeg, 'image/jpeg'],
  ['photo.jpeg', samples.jpeg, 'image/jpeg'],
  [
    'letter.docx',
    samples.docx,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
])('%s is taken as %#', (name, bytes, type) => {
  expect(judgeFile(name, bytes)).toEqual({ kind: 'taken', type });
});

const withMacros = zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']);
const withScript = zipOf(['[Content_Types].xml', 'word/document.xml', 'run.js']);
const cutShort = samples.docx.subarray(0, samples.docx.length - 10);

test.each([
  ['an empty file', 'empty.pdf', new Uint8Array(), 'file-empty'],
  ['10 MB and a byte', 'large.pdf', new Uint8Array(MOST_BYTES + 1), 'file-too-large'],
  ['a program', 'course.exe', samples.exe, 'file-kind'],
  ['a program called a PDF', 'course.pdf', samples.exe, 'false-ending'],
  ['a page called a PNG', 'course.png', samples.html, 'false-ending'],
  ['a PDF called a picture', 'course.png', samples.pdf, 'false-ending'],
  ['a PDF called a program', 'course.pdf.exe', samples.pdf, 'false-ending'],
  ['a PDF without an ending', 'course', samples.pdf, 'false-ending'],
  ['a page', 'course.html', samples.html, 'file-kind'],
  ['a spreadsheet called a document', 'a.docx', zipOf(['xl/workbook.xml']), 'false-ending'],
  ['a document with macros', 'a.docx', withMacros, 'false-ending'],
  ['a document with a script in it', 'a.docx', withScript, 'false-ending'],
  ['a document whose end is missing', 'a.docx', cutShort, 'false-ending'],
  ['a zip', 'a.zip', zipOf(['a.txt']), 'file-kind'],
])('%s is refused', (_, name, bytes, because) => {
  expect(judgeFile(name, bytes)).toEqual({ kind: 'refused', because });
});

test('a document that would unpack to four gigabytes costs no more than any other', () => {
  const parts = ['[Content_Types].xml', 'word/document.xml'];
  const bomb = zipOf([...parts, 'word/a.xml'], 0xffffffff);
  expect(judgeFile('a.docx', bomb).kind).toBe('taken');
  const manyParts = zipOf([...parts, ...Array.from({ length: 5_000 }, (_, n) => `word/${n}.xml`)]);
  expect(judgeFile('a.docx', manyParts)).toEqual({ kind: 'refused', because: 'false-ending' });
});

test('a directory that points outside the file, or at itself, ends in a refusal', () => {
  for (const at of [0, 0xffffffff, 40]) {
    const broken = Buffer.from(samples.docx);
    broken.writeUInt32LE(at, broken.length - 6);
    expect(judgeFile('a.docx', broken).kind).toBe('refused');
  }
});

test.each([
  ['../../etc/certificate.pdf', 'certificate.pdf'],
  ['C:\\Users\\me\\certificate.pdf', 'certificate.pdf'],
  ['certificate\u202Efdp.exe', 'certificatefdp.exe'],
  ['certi\u200Bficate\r\n.pdf', 'certificate .pdf'],
  ['  my   certificate.pdf ', 'my certificate.pdf'],
  [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ['<b>${x}</b>.pdf', 'b>.pdf'],
])('the file name %j is kept as %j', (given, kept) => {
  expect(plainFileName(given)).toBe(kept);
});

test('markup in a course’s name stays the text that it is', () => {
  expect(plainText('<script>alert(1)</script> **bold** ${x}\u202E')).toBe(
    '<script>alert(1)</script> **bold** ${x}',
  );
});
