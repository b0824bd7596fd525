import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { BY_NOW, frameAsKnown, personAsKnown, thingsAsKnown } from '../../bot/domain/known.ts';
import type { Instant } from '../../bot/domain/time.ts';
import { factFiles, makePack } from '../../bot/evidence/make.ts';
import { generatedOrganisation } from '../domain/measures/generated-organisation.ts';
import { date } from '../domain/measures/generated-people.ts';
import { factsOf, richTrust } from './support/rich-trust.ts';
import { claimed, countedByAStranger, type Files } from './support/stranger.ts';

function packOf(seed: number, many: number, on: string, known: string): Files {
  const { people, frame, things } = generatedOrganisation(seed, many);
  const by = known as Instant;
  return factFiles(
    factsOf({
      people: people.map((person) => personAsKnown(person, by)),
      frame: frameAsKnown(frame, by, date(on)),
      things: thingsAsKnown(things, by),
      on: date(on),
    }),
  );
}

test.each([
  [11, 90, '2026-03-31', '2026-03-31T22:59:59.999Z'],
  [11, 90, '2026-03-31', BY_NOW],
  [12, 400, '2026-08-31', '2026-10-01T12:00:00.000Z'],
  [13, 30, '2026-12-31', BY_NOW],
  [14, 150, '2027-03-31', BY_NOW],
  [15, 60, '2025-05-31', BY_NOW],
])(
  'organisation %i of %i on %s, known %s: a stranger with the pack alone counts the same',
  (...of) => {
    const pack = packOf(...of);
    expect(countedByAStranger(pack)).toEqual(claimed(pack));
  },
);

test('a counting network that met nobody is in the pack, or a stranger would not find the lowest', () => {
  const { facts } = richTrust();
  const silent = { id: 'new', name: 'A new network', countsForSilver: true, n: 0, asks: [] };
  const figures = facts.figures.map((figure) =>
    figure.code === 'S4' ? { ...figure, n: 0, ready: false } : figure,
  );
  const pack = factFiles({ ...facts, figures, networks: [...facts.networks, silent] });
  expect(countedByAStranger(pack)).toEqual(claimed(pack));
});

test('a fact that somebody changes makes a stranger count something else', () => {
  const { facts } = richTrust();
  const [, ...fewer] = facts.facts.mentoring;
  const pack = factFiles({ ...facts, facts: { ...facts.facts, mentoring: fewer } });
  const differing = countedByAStranger(pack).filter(
    (again, index) => JSON.stringify(again) !== JSON.stringify(claimed(pack)[index]),
  );
  expect(differing.map(({ code }) => code)).toEqual(['S3.b']);
});

test('the files that a stranger reads are those of the pack', async () => {
  const { facts } = richTrust();
  const pack = unzipSync(await makePack(facts, '1.2.3'));
  expect(countedByAStranger(pack)).toEqual(claimed(pack));
  expect(pack).toMatchObject(factFiles(facts));
}, 60_000);
