import type { SilverYear, YearLine } from '../contract/silver-year.ts';
import { BY_NOW, frameOn, personAsKnown, thingsAsKnown } from '../domain/known.ts';
import { attendanceFigure } from '../domain/measures/attendance.ts';
import { boardDataFigure } from '../domain/measures/board-data.ts';
import { councilFigure } from '../domain/measures/council.ts';
import { educationFigure } from '../domain/measures/education.ts';
import type { Figure, Known } from '../domain/measures/figure.ts';
import { goalsAgreedFigure, goalsMetFigure } from '../domain/measures/goals.ts';
import { mentoringFigure } from '../domain/measures/mentoring.ts';
import { reciprocalFigure } from '../domain/measures/reciprocal.ts';
import { thingKinds } from '../domain/things.ts';
import { addDays, monthEnd, yearOf, type PlainDate } from '../domain/time.ts';
import { readAsAt } from './as-at.ts';
import type { House } from './context.ts';
import type { AsAt, Shown } from './doors.ts';
import type { Caller } from './ports.ts';

type Measure = (known: Known) => Pick<Figure, 'n' | 'of' | 'ready'>;

const measures: readonly (readonly [YearLine['code'], Measure])[] = [
  ['S1', councilFigure],
  ['S2', goalsAgreedFigure],
  ['S2.met', goalsMetFigure],
  ['S3', educationFigure],
  ['S3.b', mentoringFigure],
  ['S4', ({ people, frame, on }) => attendanceFigure(people, frame, on)],
  ['S4.a', reciprocalFigure],
  ['S5', boardDataFigure],
];

/**
 * How each measured line went through the year of a day: at the end of each month and on the day
 * itself, all as known at one moment and computed from one reading.
 */
export async function silverYear(
  house: House,
  caller: Caller,
  asAt: AsAt,
): Promise<Shown<SilverYear>> {
  const [read, { people }, things] = await Promise.all([
    readAsAt(house, caller, asAt, ['see-silver-figures', 'see-silver-headlines']),
    house.records.people(caller.organisation),
    house.records.things(caller.organisation, thingKinds),
  ]);
  if (read.kind === 'refused') return read;
  const { on, asked, known, frame, by } = read;
  const year = yearOf(on, frame.settings.yearStartMonth);
  const of = {
    people: known === BY_NOW ? people : people.map((person) => personAsKnown(person, known)),
    frame,
    things: thingsAsKnown(things, known),
  };
  const seen = measures.filter(([code]) => by === 'see-silver-figures' || !code.includes('.'));
  const days: { day: PlainDate; figures: Map<string, ReturnType<Measure>> }[] = [];
  // Day by day: what people were on a day is found once for all lines.
  for (const day of daysUpTo(year.start, on)) {
    days.push({
      day,
      figures: new Map(
        seen.map(([code, measure]) => [
          code,
          measure({ ...of, frame: frameOn(frame, day), on: day }),
        ]),
      ),
    });
    // Of thousands of people it takes a while: others are answered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    kind: 'shown',
    view: {
      on,
      known: asked,
      year: { start: year.start, end: year.end },
      lines: seen.map(([code]) => ({
        code,
        points: days.flatMap(({ day, figures }) => {
          const figure = figures.get(code);
          if (figure === undefined) return [];
          return [{ on: day, n: figure.n, of: figure.of, ready: figure.ready }];
        }),
      })),
    },
  };
}

/** The ends of the months from `start` on that come before `on`, and `on`. */
function daysUpTo(start: PlainDate, on: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let end = monthEnd(start); end < on; end = monthEnd(addDays(end, 1))) days.push(end);
  return [...days, on];
}
