import type { Breakdown } from '../contract/silver-breakdown.ts';
import { frameAsKnown, personAsKnown, thingsAsKnown } from '../domain/known.ts';
import {
  cutFigure,
  mayFollow,
  nextToldOn,
  toldOn,
  toldUpTo,
  type BrokenDown,
  type CutFigure,
  type CutName,
} from '../domain/measures/breakdown.ts';
import { isTold } from '../domain/suppression.ts';
import { thingKinds } from '../domain/things.ts';
import { endOfDay, londonDate, type PlainDate } from '../domain/time.ts';
import { readAsAt } from './as-at.ts';
import type { House } from './context.ts';
import type { Shown } from './doors.ts';
import type { Caller } from './ports.ts';

/** Which figure, by what, and of the last told day by when: today where left out. */
export interface AskedBreakdown {
  readonly line: BrokenDown;
  readonly by: CutName;
  readonly on?: PlainDate;
}

/**
 * A figure by band or directorate, with small groups hidden. What was known when its day was over is
 * all that goes into it: asked again tomorrow it says the same, so no late record shows by comparing.
 */
export async function silverBreakdown(
  house: House,
  caller: Caller,
  { line, by, on: asked }: AskedBreakdown,
): Promise<Shown<Breakdown>> {
  const read = await readAsAt(house, caller, {}, ['see-silver-figures']);
  if (read.kind === 'refused') return read;
  const today = londonDate(house.clock.now());
  const { settings } = read.frame;
  const [recorded, { people }, things] = await Promise.all([
    house.records.frame(caller.organisation),
    house.records.people(caller.organisation),
    house.records.things(caller.organisation, thingKinds),
  ]);
  const last = toldOn(line, asked ?? today, today, settings);
  const newest = { on: last, figure: figureOn(last) };
  // Told are those days that may stand beside the one told before; else that one stands on.
  let before: typeof newest | undefined;
  for (const day of toldUpTo(line, last, settings)) {
    const next = day === last ? newest : { on: day, figure: figureOn(day) };
    if (next.figure.of === 0) continue;
    if (before === undefined || mayFollow(before.figure, next.figure)) before = next;
  }
  const { on, figure } = before ?? newest;
  const { n, of } = figure;
  return {
    kind: 'shown',
    view: {
      line,
      by,
      on,
      next: nextToldOn(line, last, settings),
      n,
      of,
      groups: figure.cuts[by].told.map((group) =>
        isTold(group)
          ? { name: group.name, n: group.n, of: group.of }
          : { name: group.name, hidden: true },
      ),
    },
  };

  function figureOn(day: PlainDate): CutFigure {
    const known = endOfDay(day);
    return cutFigure(line, {
      people: people.map((person) => personAsKnown(person, known)),
      frame: frameAsKnown(recorded, known, day),
      things: thingsAsKnown(things, known),
      on: day,
    });
  }
}
