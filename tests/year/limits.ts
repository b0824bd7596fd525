import { dayAfter, daysBetween, isWorkday, londonWall } from './calendar.ts';
import type { Said } from './house.ts';
import { kindOf, type Received } from './received.ts';

/** A limit that was broken: what, and by which message. */
export type Broken = readonly [limit: string, ...of: string[]];

const reminded = ({ unprompted, nudges }: Received): boolean => unprompted && nudges.length > 0;

/** Everything that the bot said by itself, held against domain.md §5 by what was received alone. */
export function brokenLimits(received: readonly Received[], said: readonly Said[]): Broken[] {
  const alone = received.filter(({ unprompted }) => unprompted);
  return [
    ...alone.flatMap(oddOne),
    ...[...Map.groupBy(alone, ({ to }) => to).values()].flatMap((theirs) => [
      ...tooOften(theirs),
      ...repeated(theirs, said),
      ...unwanted(theirs, said),
    ]),
  ];
}

/** What no message may be, whoever gets it. */
function oddOne(message: Received): Broken[] {
  const { at, to, summary, aside, nudges } = message;
  const { day, time } = londonWall(at);
  const broken: Broken[] = [];
  if (!isWorkday(day)) broken.push(['on no working day', to, at]);
  if (time < '09:00:00' || time >= '17:00:00') broken.push(['out of hours', to, at]);
  if (!reminded(message)) broken.push(['no reminder', to, at]);
  if (nudges.length > 2) broken.push(['more than two on a card', to, ...nudges]);
  if (summary !== 'You have a reminder') broken.push(['says more on a locked phone', `${summary}`]);
  for (const text of aside) {
    if (/@|~|\$\{/.test(text)) broken.push(['names somebody aside', to, text]);
  }
  return broken;
}

/** At most one a day, and three in any seven days. */
function tooOften(theirs: readonly Received[]): Broken[] {
  const days = theirs.map(({ at }) => londonWall(at).day);
  return theirs.flatMap(({ to }, index): Broken[] => {
    const day = days[index] ?? '';
    const week = days.filter((other) => other <= day && other > dayAfter(day, -7));
    return [
      ...(days.indexOf(day) === index ? [] : [['twice in a day', to, day] as const]),
      ...(week.length <= 3 ? [] : [['more than three in seven days', to, ...week] as const]),
    ];
  });
}

/** At most two for one thing, a week apart, unless its reader asked for it again. */
function repeated(theirs: readonly Received[], said: readonly Said[]): Broken[] {
  const byNudge = Map.groupBy(
    theirs.flatMap(({ at, to, nudges }) => nudges.map((nudge) => ({ at, to, nudge }))),
    ({ nudge }) => nudge,
  );
  return [...byNudge].flatMap(([nudge, times]): Broken[] => {
    const { to } = times[0] ?? { to: '' };
    const putOff = said.filter(
      ({ by, verb, data }) => by === to && verb === 'snooze' && data['nudge'] === nudge,
    );
    const broken: Broken[] = [];
    if (times.length > 2 + putOff.length) {
      broken.push(['more than two for one thing', to, nudge, ...times.map(({ at }) => at)]);
    }
    for (const [index, { at }] of times.entries()) {
      const before = times[index - 1]?.at;
      if (before === undefined) continue;
      const apart = daysBetween(londonWall(before).day, londonWall(at).day);
      const asked = putOff.some((each) => each.at > before && each.at < at);
      if (apart < 7 && !asked) broken.push(['less than a week apart', to, nudge, before, at]);
    }
    return broken;
  });
}

/** None of a kind that they stopped, and none that they put off before its day. */
function unwanted(theirs: readonly Received[], said: readonly Said[]): Broken[] {
  return theirs.flatMap(({ at, to, nudges }) =>
    nudges.flatMap((nudge): Broken[] => {
      const before = said.filter((each) => each.by === to && each.at <= at);
      const muting = before.findLast(
        ({ verb, data }) => verb.endsWith('mute') && data['kind'] === kindOf(nudge),
      );
      const putOff = before.findLast(
        ({ verb, data }) => verb === 'snooze' && data['nudge'] === nudge,
      );
      const broken: Broken[] = [];
      if (muting?.verb === 'mute') broken.push(['of a kind that was stopped', to, nudge, at]);
      // "Tomorrow" is the day after at the earliest, however far away its working day is.
      if (putOff !== undefined && londonWall(putOff.at).day >= londonWall(at).day) {
        broken.push(['while put off', to, nudge, at]);
      }
      return broken;
    }),
  );
}
