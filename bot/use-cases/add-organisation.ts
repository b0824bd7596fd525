import type { OrganisationRef, Settings } from '../domain/facts.ts';
import { bands, defaultGradeMap } from '../domain/grade.ts';
import { FEWEST_MEETINGS } from '../domain/settings/judge-setting.ts';
import { withoutWord } from '../domain/settings/settings.ts';
import type { Directory, Organisations, Records } from './ports.ts';

/** What may be said of an organisation; what is left out stays, or takes the usual value. */
export interface OrganisationDetails {
  readonly name?: string;
  readonly yearStartMonth?: number;
  readonly attendanceTarget?: number;
  /** Grades to add to the organisation's map, or to change in it. */
  readonly grades?: Readonly<Record<string, string>>;
  /** Where its Freedom to Speak Up guardian is to be found. */
  readonly speakUpLink?: string;
}

export type AddVerdict =
  | { kind: 'added' | 'changed' | 'would-add' | 'would-change'; settings: Settings }
  | { kind: 'unchanged'; settings: Settings }
  | { kind: 'refused'; because: string };

/** Adds an organisation, or changes the settings of one that is known. */
export async function addOrganisation(
  ports: {
    readonly organisations: Organisations;
    readonly directory: Pick<Directory, 'withCode'>;
    readonly records: Pick<Records, 'frame'>;
  },
  organisation: OrganisationRef,
  details: OrganisationDetails,
  apply: boolean,
): Promise<AddVerdict> {
  // A tenant's id is 36 characters in Entra; an ODS code is opaque, but is part of storage keys.
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(organisation.tenant)) {
    return refused(`the tenant ${organisation.tenant} is not a Microsoft 365 tenant id`);
  }
  if (!/^[A-Za-z0-9_-]{1,20}$/.test(organisation.code)) {
    return refused('an organisation’s code has 1 to 20 letters, digits, hyphens and underscores');
  }
  const known = await ports.directory.withCode(organisation.code);
  const isKnown = known.some(({ tenant }) => tenant === organisation.tenant);
  const before = isKnown ? (await ports.records.frame(organisation)).settings : undefined;

  const name = details.name?.trim() || before?.name;
  if (!name) return refused('a new organisation needs a name');
  const speakUpLink = details.speakUpLink ?? (before?.speakUpLink || undefined);
  const settings: Settings = {
    ...before,
    name,
    yearStartMonth: details.yearStartMonth ?? before?.yearStartMonth ?? 4,
    attendanceTarget: details.attendanceTarget ?? before?.attendanceTarget ?? 4,
    gradeMap: { ...(before?.gradeMap ?? defaultGradeMap), ...details.grades },
    ...(speakUpLink === undefined ? {} : { speakUpLink }),
    // What an operator says holds for every day, so no change made here says otherwise any more.
    ...(before?.changes && {
      changes: withoutWord(before.changes, {
        fields: Object.keys(details),
        codes: Object.keys(details.grades ?? {}),
      }),
    }),
  };
  const fault = faultIn(settings);
  if (fault) return refused(fault);

  if (before && sameSettings(before, settings)) return { kind: 'unchanged', settings };
  if (!apply) return { kind: isKnown ? 'would-change' : 'would-add', settings };
  const { changed } = await ports.organisations.add(organisation, settings);
  if (!changed) return { kind: 'unchanged', settings };
  return { kind: isKnown ? 'changed' : 'added', settings };
}

function faultIn(settings: Settings): string | undefined {
  if (settings.name.length > 200) return 'a name has at most 200 characters';
  if (!isWholeBetween(settings.yearStartMonth, 1, 12)) {
    return 'the year’s first month is a number from 1 to 12';
  }
  if (!isWholeBetween(settings.attendanceTarget, FEWEST_MEETINGS, 12)) {
    return 'the meetings to attend in a year are a number from 4 to 12: the framework asks for four';
  }
  if (settings.speakUpLink !== undefined && !isHttps(settings.speakUpLink)) {
    return 'the Freedom to Speak Up link is an https address';
  }
  const meanings: readonly string[] = [...bands, 'medical', 'non-executive'];
  const odd = Object.entries(settings.gradeMap).find(([, meaning]) => !meanings.includes(meaning));
  return odd && `the grade ${odd[0]} must be one of ${meanings.join(', ')}; not “${odd[1]}”`;
}

function isHttps(address: string): boolean {
  return address.length <= 500 && URL.canParse(address) && address.startsWith('https://');
}

function isWholeBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function sameSettings(a: Settings, b: Settings): boolean {
  const inOrder = (settings: Settings): string =>
    JSON.stringify([
      settings.name,
      settings.yearStartMonth,
      settings.attendanceTarget,
      settings.speakUpLink,
      settings.closedOn,
      settings.successor,
      settings.predecessors,
      Object.entries(settings.gradeMap).toSorted(([left], [right]) => (left < right ? -1 : 1)),
    ]);
  return inOrder(a) === inOrder(b);
}

function refused(because: string): AddVerdict {
  return { kind: 'refused', because };
}
