import type { PersonId, Settings } from '../facts.ts';
import type { Instant, PlainDate, PlainTime } from '../time.ts';

export const settingNames = ['year', 'target', 'reading', 'grade', 'hours', 'words'] as const;
export type SettingName = (typeof settingNames)[number];

/** When reminders may come, on working days, London's clock. */
export interface ReminderHours {
  readonly opens: PlainTime;
  readonly closes: PlainTime;
}

export const USUAL_HOURS: ReminderHours = {
  opens: '09:00' as PlainTime,
  closes: '17:00' as PlainTime,
};

const plainFields = [
  'name',
  'yearStartMonth',
  'appraisalStartMonth',
  'attendanceTarget',
  'assistantsCount',
  'speakUpLink',
  'reminderHours',
] as const;

/** What one change says: of the grade map only the codes that it is about. */
export type SettingValues = Partial<
  Pick<Settings, (typeof plainFields)[number]> & Pick<Settings, 'gradeMap'>
>;

/** A setting as somebody set it, from a day on. Of two, what was recorded later stands. */
export interface SettingChange {
  readonly id: string;
  readonly what: SettingName;
  readonly set: SettingValues;
  /** What stood before, wherever no change that came earlier says it. */
  readonly was: SettingValues;
  readonly from: PlainDate;
  readonly at: Instant;
  readonly by: PersonId;
  readonly because: string;
  readonly tap?: string;
}

/** With one more change; the plain fields are the last word, whatever day it holds from. */
export function withChange(settings: Settings, change: SettingChange): Settings {
  const gradeMap = { ...settings.gradeMap, ...change.set.gradeMap };
  return {
    ...settings,
    ...change.set,
    gradeMap,
    changes: [...(settings.changes ?? []), change],
  };
}

/** What stands in those fields, before they are set. */
export function valuesBefore(settings: Settings, set: SettingValues): SettingValues {
  const codes = Object.keys(set.gradeMap ?? {});
  const grades = Object.entries(settings.gradeMap).filter(([code]) => codes.includes(code));
  return {
    ...pick(settings, (field) => field in set),
    ...(set.gradeMap === undefined ? {} : { gradeMap: Object.fromEntries(grades) }),
  };
}

/** Settings as they had been set by `known`; what was set later is gone from them. */
export function settingsKnownAt(settings: Settings, known: Instant): Settings {
  const { changes } = settings;
  if (changes === undefined || changes.every(({ at }) => at <= known)) return settings;
  const then = changes.filter(({ at }) => at <= known);
  return { ...applied(settings, changes, then), changes: then };
}

const foundBefore = new WeakMap<Settings, Map<string, Settings>>();

/** Settings as they hold on a day; the same object for the same answer, since much is kept by it. */
export function settingsOn(settings: Settings, on: PlainDate): Settings {
  const { changes = [] } = settings;
  if (changes.length === 0) return settings;
  const holding = changes.filter(({ from }) => from <= on);
  const key = holding.map(({ id }) => id).join(' ');
  const found = foundBefore.get(settings) ?? new Map<string, Settings>();
  foundBefore.set(settings, found);
  const held = found.get(key) ?? applied(settings, changes, holding);
  found.set(key, held);
  return held;
}

/** Changes without what somebody says anew for every day: fields, or codes of the grade map. */
export function withoutWord(
  changes: readonly SettingChange[],
  said: { readonly fields?: readonly string[]; readonly codes?: readonly string[] },
): readonly SettingChange[] {
  const { fields = [], codes = [] } = said;
  const without = ({ gradeMap, ...plain }: SettingValues): SettingValues => {
    const kept = Object.entries(plain).filter(([field]) => !fields.includes(field));
    const grades = Object.entries(gradeMap ?? {}).filter(([code]) => !codes.includes(code));
    return {
      ...Object.fromEntries(kept),
      ...(gradeMap === undefined ? {} : { gradeMap: Object.fromEntries(grades) }),
    };
  };
  return changes.map((each) => ({ ...each, set: without(each.set), was: without(each.was) }));
}

/** Each field by the last change that holds; by what stood before all of them where none does. */
function applied(
  settings: Settings,
  all: readonly SettingChange[],
  holding: readonly SettingChange[],
): Settings {
  const changed = new Set(all.flatMap(({ set }) => Object.keys(set)));
  const kept: Partial<Settings> = Object.fromEntries(
    Object.entries(settings).filter(([field]) => !changed.has(field)),
  );
  // Oldest last, so that what stood before all of them is what is left.
  const values = [...all.toReversed().map(({ was }) => was), ...holding.map(({ set }) => set)];
  const codes = new Set(all.flatMap(({ set }) => Object.keys(set.gradeMap ?? {})));
  const others = Object.entries(settings.gradeMap).filter(([code]) => !codes.has(code));
  const { name, yearStartMonth, attendanceTarget } = settings;
  return {
    ...{ name, yearStartMonth, attendanceTarget },
    ...kept,
    ...Object.assign({}, ...values),
    gradeMap: Object.assign(Object.fromEntries(others), ...values.map((each) => each.gradeMap)),
  };
}

function pick(values: Settings, isWanted: (field: string) => boolean): SettingValues {
  return Object.fromEntries(
    plainFields.flatMap((field) =>
      isWanted(field) && values[field] !== undefined ? [[field, values[field]]] : [],
    ),
  );
}
