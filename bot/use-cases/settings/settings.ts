import type { SettingsView } from '../../contract/settings.ts';
import { gradeMeaningSchema } from '../../contract/settle.ts';
import type { Person, Settings } from '../../domain/facts.ts';
import { correctedMeaning, gradeCode, readGrade } from '../../domain/grade.ts';
import { may } from '../../domain/permissions.ts';
import { firstOpenDay } from '../../domain/settings/judge-setting.ts';
import { USUAL_HOURS } from '../../domain/settings/settings.ts';
import { employmentOn } from '../../domain/standing.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { readAsAt } from '../as-at.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import type { Caller } from '../ports.ts';

/** What the organisation's figures are counted by today, and who set what. */
export async function settings(house: House, caller: Caller): Promise<Shown<SettingsView>> {
  const read = await readAsAt(house, caller, {}, ['see-settings']);
  if (read.kind === 'refused') return read;
  const { frame, on, who } = read;
  const { people } = await house.records.people(caller.organisation);
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  const held = frame.settings;
  const { opens, closes } = held.reminderHours ?? USUAL_HOURS;
  return {
    kind: 'shown',
    view: {
      on,
      mayChange: may('change-settings', who),
      firstDay: firstOpenDay(on, held),
      yearStartMonth: held.yearStartMonth,
      appraisalStartMonth: held.appraisalStartMonth ?? held.yearStartMonth,
      attendanceTarget: held.attendanceTarget,
      assistantsCount: held.assistantsCount === true,
      opens,
      closes,
      name: held.name,
      ...(held.speakUpLink ? { speakUpLink: held.speakUpLink } : {}),
      grades: gradesOf(people, held, on),
      networks: frame.networks
        .map(({ id, name, countsForSilver, termsUsed, endsOn }) => ({
          ...{ id, name, countsForSilver },
          ...(termsUsed === undefined ? {} : { termsUsed }),
          ...(endsOn === undefined ? {} : { endsOn }),
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      changes: (held.changes ?? [])
        .map(({ id, what, set, from, at, by, because }) => {
          const [code] = Object.keys(set.gradeMap ?? {});
          return {
            ...{ id, what, from, because, on: londonDate(at), ahead: from > on },
            ...(code === undefined ? {} : { code }),
            by: names.get(by) ?? 'somebody who has left',
          };
        })
        .toReversed(),
    },
  };
}

/** Grades that somebody holds today, and those that the map names: what nobody knows comes first. */
function gradesOf(
  people: readonly Person[],
  { gradeMap }: Settings,
  on: PlainDate,
): SettingsView['grades'] {
  const listed = new Map<string, string>();
  for (const person of people) {
    const employment = employmentOn(person, on);
    for (const { grade } of employment.kind === 'employed' ? employment.assignments : []) {
      if (correctedMeaning(grade) === undefined) listed.set(keyOf(grade, gradeMap), grade);
    }
  }
  const mapped = Object.keys(gradeMap).filter((code) => !listed.has(code));
  return [
    ...[...listed].map(([code, grade]) => ({
      code,
      listed: true,
      ...meaningOf(readGrade(grade, gradeMap)),
    })),
    ...mapped.map((code) => {
      const meaning = gradeMeaningSchema.safeParse(gradeMap[code]).data;
      return { code, listed: false, ...(meaning === undefined ? {} : { meaning }) };
    }),
  ].toSorted(
    (a, b) =>
      Number(a.meaning !== undefined) - Number(b.meaning !== undefined) ||
      Number(b.listed) - Number(a.listed) ||
      a.code.localeCompare(b.code, 'en-GB'),
  );
}

/** The part of a grade that the map has, or would have. */
function keyOf(grade: string, gradeMap: Settings['gradeMap']): string {
  const [scheme = '', second = ''] = grade.trim().toUpperCase().split('|');
  const both = `${scheme}|${second}`;
  return Object.hasOwn(gradeMap, both) ? both : gradeCode(grade);
}

function meaningOf(
  graded: ReturnType<typeof readGrade>,
): Pick<SettingsView['grades'][number], 'meaning'> {
  if (graded.kind === 'unknown') return {};
  return { meaning: graded.kind === 'band' ? graded.band : graded.kind };
}
