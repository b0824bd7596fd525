import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assignment } from '../../bot/domain/facts.ts';
import { versionOn } from '../../bot/domain/standing.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';
import { versionsToStage, withVersions } from '../../bot/roster/timeline.ts';
import type { Word } from '../../bot/roster/timeline.ts';

const day = (text: string) => text as PlainDate;

function word(given: Partial<Record<keyof Word, unknown>> = {}): Word {
  return {
    ...{ assignment: '1-1', title: 'Matron', directorate: 'People', grade: 'NHS|XR08|' },
    ...{ primary: true, away: false, start: '2019-04-01' },
    ...given,
  } as Word;
}

/** Imports lists in the order given, as storage would keep them. */
function importLists(lists: readonly { asAt: string; word?: Word }[]): Assignment[] {
  let known: Assignment[] = [];
  const dates: PlainDate[] = [];
  lists.forEach(({ asAt, word: said }, index) => {
    const recordedAt = `2026-12-01T00:00:0${index}.000Z` as Instant;
    const staged = said
      ? versionsToStage(known, said, day(asAt), dates.toSorted()).map((version) => ({
          ...version,
          recordedAt,
        }))
      : [];
    known = withVersions(known, staged);
    dates.push(day(asAt));
  });
  return known;
}

const april = { asAt: '2026-04-01', word: word() };
const october = { asAt: '2026-10-01', word: word({ grade: 'NHS|XR09|' }) };

test('an assignment first seen holds from its own start', () => {
  expect(versionsToStage([], word(), day('2026-04-01'), [])).toEqual([
    { ...word(), on: '2019-04-01' },
  ]);
});

test('an absence first seen holds from the list’s date only', () => {
  const staged = versionsToStage([], word({ away: true }), day('2026-04-01'), []);
  expect(staged.map(({ on, away }) => [on, away])).toEqual([
    ['2019-04-01', false],
    ['2026-04-01', true],
  ]);
});

test('a later list stages only what changed, on its date', () => {
  const known = importLists([april]);
  expect(versionsToStage(known, word(), day('2026-10-01'), [day('2026-04-01')])).toEqual([]);
  const staged = versionsToStage(known, october.word, day('2026-10-01'), [day('2026-04-01')]);
  expect(staged).toEqual([{ ...october.word, on: '2026-10-01' }]);
});

test('April imported after October gives way to October on 1 October', () => {
  const known = importLists([october, april]);
  expect(versionOn(known, day('2026-09-30'))?.grade).toBe('NHS|XR08|');
  expect(versionOn(known, day('2026-10-01'))?.grade).toBe('NHS|XR09|');
});

test('April imported after October does not bring back somebody who left since', () => {
  const left = { asAt: '2026-10-01', word: word({ end: '2026-08-31' }) };
  const known = importLists([left, april]);
  expect(versionOn(known, day('2026-10-01'))?.end).toBe('2026-08-31');
  expect(versionOn(known, day('2026-09-01'))?.end).toBe('2026-08-31');
});

test('a start told in advance gives way to what a later list says of it', () => {
  const advance = { asAt: '2026-04-01', word: word({ start: '2026-11-01' }) };
  const later = { asAt: '2026-10-01', word: word({ start: '2026-11-01', grade: 'NHS|XR10|' }) };
  expect(versionOn(importLists([advance, later]), day('2026-11-01'))?.grade).toBe('NHS|XR10|');
});

test('a corrected list of the same date replaces what the first one said', () => {
  const corrected = { asAt: '2026-04-01', word: word({ grade: 'NHS|XR11|' }) };
  const known = importLists([april, corrected]);
  expect(versionOn(known, day('2025-01-01'))?.grade).toBe('NHS|XR11|');
  expect(versionOn(known, day('2026-04-01'))?.grade).toBe('NHS|XR11|');
});

const someWord = fc.record({
  grade: fc.constantFrom('NHS|XR07|', 'NHS|XR08|', 'NHS|XR09|'),
  away: fc.boolean(),
  supervisor: fc.constantFrom(undefined, 'a', 'b'),
  end: fc.constantFrom(undefined, '2026-05-15', '2026-11-30'),
});
const listDates = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'];
/** Four lists in some order; the assignment is in none before the `joined`th and in all from then on. */
const fourLists = fc
  .record({ words: fc.array(someWord, { minLength: 4, maxLength: 4 }), joined: fc.nat(3) })
  .map(({ words, joined }) =>
    listDates.map((asAt, index) => {
      const said = words[index];
      if (!said || index < joined) return { asAt };
      const { supervisor, end, ...rest } = said;
      const start = joined === 0 ? '2019-04-01' : '2026-02-15';
      const optional = { ...(supervisor && { supervisor }), ...(end && { end }) };
      return { asAt, word: word({ ...rest, start, ...optional }) };
    }),
  )
  .chain((lists) => fc.shuffledSubarray(lists, { minLength: lists.length }));

test('on every list’s date the assignment is what that list says, in whatever order they came', () => {
  fc.assert(
    fc.property(fourLists, (shuffled) => {
      const known = importLists(shuffled);
      for (const { asAt, word: said } of shuffled) {
        if (!said) continue;
        const version = versionOn(known, day(asAt));
        expect([version?.grade, version?.away, version?.supervisor]).toEqual([
          ...[said.grade, said.away, said.supervisor],
        ]);
      }
      const newest = shuffled
        .filter(({ word: said }) => said)
        .toSorted(byDate)
        .at(-1);
      if (newest) expect(versionOn(known, day('2027-01-01'))?.end).toBe(newest.word?.end);
    }),
  );
});

test('importing the same lists once more changes nothing', () => {
  fc.assert(
    fc.property(fourLists, fc.nat(3), (shuffled, which) => {
      const known = importLists(shuffled);
      const again = shuffled[which];
      if (!again?.word) return;
      const dates = listDates.map(day);
      expect(versionsToStage(known, again.word, day(again.asAt), dates)).toEqual([]);
    }),
  );
});

function byDate(a: { asAt: string }, b: { asAt: string }): number {
  return a.asAt < b.asAt ? -1 : 1;
}
