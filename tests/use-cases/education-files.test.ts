import { expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import { MOST_BYTES } from '../../bot/domain/education/file-kind.ts';
import { houseInMemory } from '../support/house.ts';
import { samples } from '../support/sample-files.ts';
import { ZPV } from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof houseInMemory>>;

async function sent(house: House, by: PersonId, name = 'certificate.pdf', bytes = samples.pdf) {
  const answer = await house.doors.sendFile(house.as(by), { name, bytes });
  if (answer.kind !== 'sent') throw new Error(answer.because);
  return answer.file.id;
}
async function record(house: House, by: PersonId, file: string, course = 'Inclusive leadership') {
  const [answer] = await house.doors.perform(house.as(by), {
    verb: 'record-education',
    data: { course, date: '2026-03-02', evidence: { file } },
  });
  return { id: answer?.subject ?? '', outcome: answer?.outcome };
}
const none = { kind: 'refused', because: 'no-such-education' };

test('a file is sent, named by a record, and opened by its person and by whoever verifies it', async () => {
  const house = await houseInMemory();
  const { nurse, edi, sponsor, chair, assistant, boardChair } = house.cast;
  const file = await sent(house, nurse, 'C:\\me\\certificate\u202E.pdf');
  const { id, outcome } = await record(house, nurse, file);
  expect(outcome).toEqual({ kind: 'done' });
  const [own] = (await house.doors.myEducation(house.as(nurse))).records;
  expect(own?.evidence).toEqual({
    ...{ kind: 'file', name: 'certificate.pdf', size: samples.pdf.length },
  });
  for (const reader of [nurse, edi]) {
    const found = await house.doors.evidenceFile(house.as(reader), id);
    expect(found).toMatchObject({
      ...{ kind: 'file', name: 'certificate.pdf', type: 'application/pdf' },
    });
    expect(found.kind === 'file' && [...found.bytes]).toEqual([...samples.pdf]);
  }
  for (const other of [sponsor, chair, assistant, boardChair]) {
    expect(await house.doors.evidenceFile(house.as(other), id)).toEqual(none);
  }
  const elsewhere = house.as(nurse, { ...ZPV, code: 'ZZ1' });
  await house.storage.organisations.add(elsewhere.organisation, {
    ...{ name: 'Elsewhere', yearStartMonth: 4, attendanceTarget: 4, gradeMap: {} },
  });
  expect(await house.doors.evidenceFile(elsewhere, id)).toEqual(none);
  expect(await house.doors.evidenceFile(house.as(nurse), 'not an id')).toEqual(none);
});

test('the record’s row holds the file’s SHA-256, and a file that was altered is not given out', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const file = await sent(house, nurse);
  const { id } = await record(house, nurse, file);
  const found = await house.storage.records.person(ZPV, nurse);
  const evidence = found?.person.education[0]?.evidence;
  expect(evidence).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const owner = house.as(nurse);
  const kept = await house.storage.files.find(owner, file);
  if (kept === undefined) throw new Error('no file');
  await house.storage.files.put(owner, kept, samples.html);
  await expect(house.doors.evidenceFile(owner, id)).rejects.toThrow('not the one');
});

test('the verifier no longer opens the file of a record that was withdrawn', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const { id } = await record(house, nurse, await sent(house, nurse));
  const act = { verb: 'withdraw-education', data: { entry: id } } as const;
  await house.doors.perform(house.as(nurse), act);
  expect(await house.doors.evidenceFile(house.as(edi), id)).toEqual(none);
  expect(await house.doors.evidenceFile(house.as(nurse), id)).toMatchObject({ kind: 'file' });
});

test('nobody names a file that somebody else sent', async () => {
  const house = await houseInMemory();
  const { nurse, operating } = house.cast;
  const file = await sent(house, nurse);
  expect((await record(house, operating, file)).outcome).toEqual({
    ...{ kind: 'refused', because: 'no-such-file' },
  });
});

test.each([
  ['a program with a false ending', 'certificate.pdf', samples.exe, 'false-ending'],
  ['a page', 'page.html', samples.html, 'file-kind'],
  ['an ending turned around', 'cv\u202Efdp.exe', samples.pdf, 'false-ending'],
  ['nothing', 'certificate.pdf', new Uint8Array(), 'file-empty'],
  ['too much', 'certificate.pdf', new Uint8Array(MOST_BYTES + 1), 'file-too-large'],
])('%s is refused and not kept', async (_, name, bytes, because) => {
  const house = await houseInMemory();
  const owner = house.as(house.cast.nurse);
  expect(await house.doors.sendFile(owner, { name, bytes })).toEqual({ kind: 'refused', because });
  expect(await house.storage.files.list(owner)).toEqual([]);
});

test('a file that no record names is let go a day later, when another is sent', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const named = await sent(house, nurse, 'named.pdf');
  await record(house, nurse, named);
  await sent(house, nurse, 'forgotten.pdf');
  house.clock.moveTo('2026-04-10T08:29:00.000Z');
  await sent(house, nurse, 'next.pdf');
  const names = async () =>
    (await house.storage.files.list(house.as(nurse))).map(({ name }) => name).toSorted();
  expect(await names()).toEqual(['forgotten.pdf', 'named.pdf', 'next.pdf']);
  house.clock.moveTo('2026-04-10T08:31:00.000Z');
  await sent(house, nurse, 'last.pdf');
  expect(await names()).toEqual(['last.pdf', 'named.pdf', 'next.pdf']);
});

test('twenty unnamed files are enough for a day', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const ids: unknown[] = [];
  for (let n = 0; n < 20; n += 1) ids.push(await sent(house, nurse, `${n}.pdf`));
  const owner = house.as(nurse);
  const one = { name: 'more.pdf', bytes: samples.pdf };
  expect(await house.doors.sendFile(owner, one)).toEqual({
    ...{ kind: 'refused', because: 'too-many-files' },
  });
  // The same one again is the same file.
  expect(await sent(house, nurse, '7.pdf')).toEqual(ids[7]);
});
