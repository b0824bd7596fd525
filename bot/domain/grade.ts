/** Agenda for Change bands and very senior managers, lowest first. */
export const bands = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8a',
  '8b',
  '8c',
  '8d',
  '9',
  'VSM',
] as const;
export type Band = (typeof bands)[number];

/** [ours] Who is a leader: band 8a and above, and very senior managers. */
const firstLeaderBand: Band = '8a';

/** What a grade means to the organisation. */
export type Graded =
  | { kind: 'band'; band: Band }
  | { kind: 'medical' }
  | { kind: 'non-executive' }
  | { kind: 'unknown'; grade: string };

/** `XR05` to `XR12` and the like: the number in the code → band. */
const numberedBands: readonly (readonly [string, Band])[] = [
  ['01', '1'],
  ['02', '2'],
  ['03', '3'],
  ['04', '4'],
  ['05', '5'],
  ['06', '6'],
  ['07', '7'],
  ['08', '8a'],
  ['09', '8b'],
  ['10', '8c'],
  ['11', '8d'],
  ['12', '9'],
];

/**
 * The map that an organisation starts with, and may edit: the staff list's grade code → a band,
 * `medical` or `non-executive`. A key is the code (`XR08`), both first parts (`ZZ|VSM`), or the
 * beginning of a code and a star (`Y*`).
 */
export const defaultGradeMap: Readonly<Record<string, string>> = {
  ...Object.fromEntries(numberedBands.map(([number, band]) => [`XR${number}`, band])),
  // The same bands outside the review body.
  ...Object.fromEntries(numberedBands.map(([number, band]) => [`XN${number}`, band])),
  'ZZ|VSM': 'VSM',
  'ZZ|NED': 'non-executive',
  'Y*': 'medical',
};

/** Thousands hold a few dozen grades, and every figure asks what each of them is. */
const readBefore = new WeakMap<Readonly<Record<string, string>>, Map<string, Graded>>();
/** Far more than an organisation has; then it begins anew. */
const mostGrades = 1_000;

/** What `grade` (`NHS|XR08|Review Body Band 8 - Range A|`) is by the organisation's map. */
export function readGrade(grade: string, gradeMap: Readonly<Record<string, string>>): Graded {
  let known = readBefore.get(gradeMap);
  if (known === undefined || known.size >= mostGrades) {
    known = new Map();
    readBefore.set(gradeMap, known);
  }
  const before = known.get(grade);
  if (before !== undefined) return before;
  const graded = findGrade(grade, gradeMap);
  known.set(grade, graded);
  return graded;
}

/** No staff list writes a grade like this: it is what somebody said of one person. */
const CORRECTED = 'corrected|';

/** A grade whose meaning needs no map: a band, `medical` or `non-executive`. */
export function gradeMeaning(meaning: string): string {
  return CORRECTED + meaning;
}

/** The meaning that somebody gave a grade; undefined for one of a staff list. */
export function correctedMeaning(grade: string): string | undefined {
  return grade.startsWith(CORRECTED) ? grade.slice(CORRECTED.length) : undefined;
}

/** The part of a grade that the map knows it by: `ZL03` of `NHS|ZL03|Local|`. */
export function gradeCode(grade: string): string {
  const [scheme = '', second] = grade.trim().toUpperCase().split('|');
  return second ?? scheme;
}

function findGrade(grade: string, gradeMap: Readonly<Record<string, string>>): Graded {
  const meaning = correctedMeaning(grade) ?? lookUp(grade, gradeMap);
  if (meaning === 'medical' || meaning === 'non-executive') return { kind: meaning };
  const band = bands.find((candidate) => candidate === meaning);
  return band ? { kind: 'band', band } : { kind: 'unknown', grade };
}

function lookUp(grade: string, gradeMap: Readonly<Record<string, string>>): string | undefined {
  const written = grade.trim().toUpperCase();
  const [scheme = '', second] = written.split('|');
  const code = second ?? scheme;
  for (const key of [written, `${scheme}|${code}`, code]) {
    if (Object.hasOwn(gradeMap, key)) return gradeMap[key];
  }
  // The longest beginning that fits: `YC*` says more than `Y*`.
  for (let length = code.length; length > 0; length -= 1) {
    const key = `${code.slice(0, length)}*`;
    if (Object.hasOwn(gradeMap, key)) return gradeMap[key];
  }
  return undefined;
}

const ranks: ReadonlyMap<Band, number> = new Map(bands.map((band, rank) => [band, rank]));

/** Above 0 where `a` is the higher band. */
export function compareBands(a: Band, b: Band): number {
  return (ranks.get(a) ?? -1) - (ranks.get(b) ?? -1);
}

export function isLeaderBand(band: Band): boolean {
  return compareBands(band, firstLeaderBand) >= 0;
}
