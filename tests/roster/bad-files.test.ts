import { expect, test } from 'vitest';
import { ZPV } from '../support/small-trust.ts';
import { forbiddenIn } from '../../bot/roster/forbidden.ts';
import { readRoster } from '../../bot/roster/roster.ts';
import { emptyHouse } from './support/trust-house.ts';
import { headings, staffList, staffRow } from './support/staff-list.ts';

const refusal = async (file: string | Uint8Array) => {
  const reading = await readRoster(typeof file === 'string' ? Buffer.from(file) : file);
  return reading.kind === 'refused' ? reading.because : undefined;
};
const good = staffList({ number: '00010001' });

test('a list with or without byte-order mark, with LF or CRLF, is read', async () => {
  expect(await refusal(good)).toBeUndefined();
  expect(await refusal(`\uFEFF${good}`)).toBeUndefined();
  expect(await refusal(good.replaceAll('\r\n', '\n'))).toBeUndefined();
});

test('headings are found in any order and letter case, beside others that are not read', async () => {
  const row = staffRow({ number: '00010001' });
  const file = `Cost Centre,${headings.toUpperCase()}\r\n4711,${row}\r\n`;
  expect(await refusal(file)).toBeUndefined();
});

test('missing columns are named', async () => {
  expect(await refusal(good.replace('Grade,', 'Level,'))).toBe('the column “Grade” is missing');
  expect(await refusal('Person ID,FTE\r\n1,1\r\n')).toMatch(
    /^the columns “Assignment Number”, .* are missing$/,
  );
});

test('a doubled column refuses the file', async () => {
  expect(await refusal(good.replace('FTE', 'grade'))).toBe('the column “grade” is there twice');
});

test('a list without rows refuses the file', async () => {
  expect(await refusal(headings)).toBe('the file has no rows');
  expect(await refusal(`${headings}\r\n\r\n,,,\r\n`)).toBe('the file has no rows');
  expect(await refusal('')).toBe('the file is empty');
});

test('other encodings are refused with a hint how to save the file', async () => {
  const named = staffList({ number: '00010001', first: 'José' });
  expect(await refusal(Buffer.from(named, 'latin1'))).toMatch(
    /Windows-1252: save it as “CSV UTF-8”/,
  );
  expect(await refusal(Buffer.from(`\uFEFF${good}`, 'utf16le'))).toMatch(/UTF-16/);
  expect(await refusal(Buffer.from(good, 'utf16le'))).toMatch(/UTF-16/);
  expect(await refusal(Buffer.from('PK\u0003\u0004 a workbook', 'latin1'))).toMatch(/workbook/);
});

test('columns that are not separated by commas are refused', async () => {
  expect(await refusal(good.replaceAll(',', ';'))).toMatch(/not separated by commas/);
  expect(await refusal(good.replaceAll(',', '\t'))).toMatch(/not separated by commas/);
});

test('a quotation mark that never closes is refused', async () => {
  expect(await refusal(staffList(staffRow({ number: '1', title: '"Head of' })))).toMatch(
    /never closed/,
  );
});

test('a file over 50 MB is refused', async () => {
  expect(await refusal(Buffer.alloc(50 * 1024 * 1024 + 1, 'a'))).toBe('the file is over 50 MB');
});

test.each([
  ['Ethnic Origin', 'ethnicity'],
  ['ETHNICITY', 'ethnicity'],
  ['employee_ethnic_group', 'ethnicity'],
  ['EthnicOrigin', 'ethnicity'],
  ['NI Number', 'National Insurance number'],
  ['National Insurance No.', 'National Insurance number'],
  ['NINO', 'National Insurance number'],
  ['n.i. number', 'National Insurance number'],
  ['Date of Birth', 'date of birth'],
  ['DOB', 'date of birth'],
  ['D.O.B.', 'date of birth'],
  ['birth date', 'date of birth'],
  ['Home Address', 'home address'],
  ['Address Line 1', 'home address'],
  ['Address', 'home address'],
  ['Postcode', 'home address'],
  ['Annual Salary', 'pay'],
  ['Basic pay', 'pay'],
  ['Pay Scale', 'pay'],
  ['Sickness Reason', 'reason for sickness or absence'],
  ['Reason for Absence', 'reason for sickness or absence'],
])('a column “%s” refuses the file: %s', async (heading, what) => {
  const file = `${headings},${heading}\r\n${staffRow({ number: '00010001' })},x\r\n`;
  expect(await refusal(file)).toBe(
    `the column “${heading}” must not be imported (${what}): take it out first`,
  );
});

test.each([
  ...headings.split(','),
  ...['Work Email Address', 'Payroll Number', 'Reason for Leaving', 'Network', 'Cost Centre'],
])('a column “%s” is none that must not be imported', (heading) => {
  expect(forbiddenIn(heading)).toBeUndefined();
});

test('a refused file leaves nothing behind, not even an opened import', async () => {
  const house = await emptyHouse();
  const before = await house.storage.auditor.verify(ZPV);
  const verdict = await house.bring('roster', '2026-04-01', headings);
  expect(verdict).toEqual({ kind: 'refused', because: 'the file has no rows' });
  expect(await house.everybody()).toEqual([]);
  const after = await house.storage.auditor.verify(ZPV);
  expect(after).toEqual(before);
});
