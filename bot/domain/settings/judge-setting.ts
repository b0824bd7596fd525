import { refused, type ActContext } from '../act-context.ts';
import { bands } from '../grade.ts';
import type { Settings } from '../facts.ts';
import { may } from '../permissions.ts';
import { addDays, addMonths, londonDate, yearOf, type PlainDate } from '../time.ts';
import {
  settingsOn,
  valuesBefore,
  type ReminderHours,
  type SettingChange,
  type SettingValues,
} from './settings.ts';

/** [framework] "at least four times a year": an organisation may ask for more, never for less. */
export const FEWEST_MEETINGS = 4;
const MOST_MEETINGS = 12;
const EARLIEST = '07:00';
const LATEST = '20:00';
const FURTHEST_MONTHS = 18;
/** They are kept in one row with all that is counted by; nobody comes near it in years. */
export const MOST_CHANGES = 80;

type Refusal =
  | 'not-allowed'
  | 'below-the-framework'
  | 'too-many-meetings'
  | 'closed-year'
  | 'year-under-way'
  | 'not-the-first-of-the-year'
  | 'hours-too-wide'
  | 'closes-before-it-opens'
  | 'no-such-grade'
  | 'not-an-https-link'
  | 'setting-too-far-ahead'
  | 'too-many-changes';

export type SettingVerdict =
  | { kind: 'done'; change: SettingChange }
  /** With the change that says so; none where it was so before anybody set it. */
  | { kind: 'already'; change?: SettingChange }
  | { kind: 'refused'; because: Refusal };

/** One setting as somebody asks for it. */
export type AskedSetting = { readonly because: string } & (
  | {
      readonly what: 'year';
      readonly from: PlainDate;
      readonly yearStartMonth: number;
      readonly appraisalStartMonth: number;
    }
  | { readonly what: 'target'; readonly from: PlainDate; readonly attendanceTarget: number }
  | { readonly what: 'reading'; readonly from: PlainDate; readonly assistantsCount: boolean }
  | {
      readonly what: 'grade';
      readonly from: PlainDate;
      readonly code: string;
      readonly meaning: string;
    }
  | { readonly what: 'hours'; readonly hours: ReminderHours }
  | { readonly what: 'words'; readonly name: string; readonly speakUpLink: string }
);

/**
 * A setting holds from its day on; figures of the days before stay as they were. Hours and words
 * hold from now on. Whoever is second has the last word, and both stand in the history.
 */
export function judgeSetting(asked: AskedSetting, context: ActContext): SettingVerdict {
  const { actor, frame, now, tap } = context;
  const today = londonDate(now);
  if (!may('change-settings', { person: actor, roles: frame.roles, on: today })) {
    return refused('not-allowed');
  }
  const { settings } = frame;
  const before = settings.changes ?? [];
  const tapped = before.find((change) => tap !== undefined && change.tap === tap);
  if (tapped !== undefined) return { kind: 'already', change: tapped };
  const fault = faultOf(asked, settings, today);
  if (fault !== undefined) return refused(fault);
  const from = 'from' in asked ? asked.from : today;
  const set = valuesOf(asked);
  const isLastWord = !before.some((change) => change.from > from && overlaps(change.set, set));
  if (isLastWord && saysSo(settingsOn(settings, from), set)) {
    const change = before.findLast((each) => each.from <= from && overlaps(each.set, set));
    return { kind: 'already', ...(change === undefined ? {} : { change }) };
  }
  if (before.length >= MOST_CHANGES) return refused('too-many-changes');
  return {
    kind: 'done',
    change: {
      id: `${now.replaceAll(/[^0-9]/g, '')}-${before.length + 1}`,
      what: asked.what,
      set,
      was: valuesBefore(settings, set),
      from,
      at: now,
      by: actor,
      because: asked.because,
      ...(tap === undefined ? {} : { tap }),
    },
  };
}

/** The first day that a setting may hold from: the year's that is still open for late answers. */
export function firstOpenDay(today: PlainDate, { yearStartMonth }: Settings): PlainDate {
  const year = yearOf(today, yearStartMonth);
  return today < addMonths(year.start, 1)
    ? yearOf(addDays(year.start, -1), yearStartMonth).start
    : year.start;
}

function faultOf(asked: AskedSetting, settings: Settings, today: PlainDate): Refusal | undefined {
  if ('from' in asked) {
    if (asked.from > addMonths(today, FURTHEST_MONTHS)) return 'setting-too-far-ahead';
    if (asked.from < firstOpenDay(today, settings)) return 'closed-year';
  }
  switch (asked.what) {
    case 'year':
      return faultOfYear(asked, settings, today);
    case 'target':
      if (asked.attendanceTarget < FEWEST_MEETINGS) return 'below-the-framework';
      return asked.attendanceTarget > MOST_MEETINGS ? 'too-many-meetings' : undefined;
    case 'hours': {
      const { opens, closes } = asked.hours;
      if (closes <= opens) return 'closes-before-it-opens';
      return opens < EARLIEST || closes > LATEST ? 'hours-too-wide' : undefined;
    }
    case 'grade': {
      const known: readonly string[] = [...bands, 'medical', 'non-executive'];
      const isCode = /^[A-Z0-9][A-Z0-9|]{0,19}\*?$/.test(asked.code);
      return isCode && known.includes(asked.meaning) ? undefined : 'no-such-grade';
    }
    case 'words': {
      const { speakUpLink: link } = asked;
      const isLink = link === '' || (URL.canParse(link) && link.startsWith('https://'));
      return isLink ? undefined : 'not-an-https-link';
    }
    case 'reading':
      return undefined;
  }
}

/** A year that is under way keeps its start: another one begins on the first day of the new year. */
function faultOfYear(
  asked: Extract<AskedSetting, { what: 'year' }>,
  settings: Settings,
  today: PlainDate,
): Refusal | undefined {
  if (asked.from < today) return 'year-under-way';
  const now = settingsOn(settings, asked.from);
  const begins = [
    ...(asked.yearStartMonth === now.yearStartMonth ? [] : [asked.yearStartMonth]),
    ...(asked.appraisalStartMonth === (now.appraisalStartMonth ?? now.yearStartMonth)
      ? []
      : [asked.appraisalStartMonth]),
  ];
  const isFirst = begins.every((month) => yearOf(asked.from, month).start === asked.from);
  return isFirst ? undefined : 'not-the-first-of-the-year';
}

function valuesOf(asked: AskedSetting): SettingValues {
  switch (asked.what) {
    case 'year':
      return {
        yearStartMonth: asked.yearStartMonth,
        appraisalStartMonth: asked.appraisalStartMonth,
      };
    case 'target':
      return { attendanceTarget: asked.attendanceTarget };
    case 'reading':
      return { assistantsCount: asked.assistantsCount };
    case 'grade':
      return { gradeMap: { [asked.code]: asked.meaning } };
    case 'hours':
      return { reminderHours: asked.hours };
    case 'words':
      return { name: asked.name, speakUpLink: asked.speakUpLink };
  }
}

function overlaps(a: SettingValues, b: SettingValues): boolean {
  const codes = Object.keys(b.gradeMap ?? {});
  if (codes.length > 0) return codes.some((code) => code in (a.gradeMap ?? {}));
  return Object.keys(b).some((field) => field in a);
}

/** What is left out says the usual: no assistants, the appraisal year as the year. */
function saysSo(settings: Settings, set: SettingValues): boolean {
  const usual: Partial<Settings> = {
    assistantsCount: false,
    speakUpLink: '',
    appraisalStartMonth: settings.yearStartMonth,
    ...settings,
  };
  const { gradeMap = {}, ...fields } = set;
  return (
    Object.entries(gradeMap).every(([code, meaning]) => settings.gradeMap[code] === meaning) &&
    Object.entries(fields).every(
      ([field, value]) =>
        JSON.stringify(Object.entries(usual).find(([each]) => each === field)?.[1]) ===
        JSON.stringify(value),
    )
  );
}
