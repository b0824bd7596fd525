import { shortDate } from '../bot/contract/dates.ts';
import type { Exclusion, SilverLine } from '../bot/contract/silver.ts';

export { lineNames } from '../bot/contract/silver-words.ts';

export const silver = {
  standing: (ready: number, of: number) =>
    ready === of
      ? `All ${of} Silver lines have their evidence ready.`
      : `${ready} of the ${of} Silver lines ${ready === 1 ? 'has its' : 'have their'} evidence ready.`,
  ready: 'Evidence ready',
  notYet: 'Not yet',
  supporting: (ready: number, of: number) => `Supporting actions: ${ready} of ${of} ready`,
  details: 'What lies behind it',
  council: { terms: 'Terms approved', met: 'Met in the last 6 months' },
  quarters: 'Quarters in which the board saw race data',
  covered: 'seen by the board',
  notCovered: 'nothing seen',
  notYetDone: 'not yet',
  excluded: (count: number | 'fewer than 10', of: 'people' | 'goals') =>
    `${count === 'fewer than 10' ? 'Fewer than 10' : count} ${of} are not counted just now.`,
  unsettled: (count: number | 'fewer than 10') =>
    `${count === 'fewer than 10' ? 'Fewer than 10' : count} people have a grade that nobody has settled yet. They are not counted.`,
  flagged: (count: number) =>
    `${count} of them ${count === 1 ? 'is' : 'are'} listed under somebody who is no director any more. They are counted until the staff list says otherwise.`,
  lowest:
    "We count different meetings that at least one executive director joined, in the last 12 months. The lowest network's count is the organisation's. The framework leaves this open, so this reading is ours.",
  whyOurs: 'The framework leaves part of this open. This reading is ours, and shown as ours.',
  whyTheirs: 'This is counted as the framework says.',
};

const exclusions: Record<Exclusion, (count: number) => string> = {
  grace: (count) => `${count} joined less than three months ago`,
  away: (count) => `${count} away`,
  'acting-up': (count) => `${count} acting up for less than three months`,
  'unknown-grade': (count) => `${count} with a grade that nobody has settled yet`,
  paused: (count) =>
    count === 1
      ? '1 goal whose leader was away when it was due'
      : `${count} goals whose leaders were away when they were due`,
};

export function exclusionWords(found: readonly { why: Exclusion; count: number }[]): string {
  const list = new Intl.ListFormat('en-GB').format(
    found.map(({ why, count }) => exclusions[why](count)),
  );
  return `Not counted: ${list}.`;
}

const kinds = { wres: 'WRES data', 'workforce-by-ethnic-group': 'workforce data by ethnic group' };

/** Where a line stands, with its numbers. */
export function lineStanding(line: SilverLine, today: string): string {
  const { code, n, of } = line;
  const day = (date: string | undefined) => (date === undefined ? '' : shortDate(date, today));
  switch (code) {
    case 'S1': {
      const { terms, lastMet } = line.council ?? {};
      const approved = terms ? `Terms approved on ${day(terms)}.` : 'No terms approved yet.';
      return `${approved} ${lastMet ? `Last met on ${day(lastMet)}.` : 'No meeting on record.'}`;
    }
    case 'S2':
      return `${n} of ${of} leaders at Band 8a and above ${has(n)} a goal agreed this year. ${reportedWords(line, today)}`;
    case 'S2.met':
      return of === 0
        ? 'No agreed goal has fallen due yet.'
        : `${n} of ${of} goals of the year from ${day(line.goalYear)} ${n === 1 ? 'is' : 'are'} confirmed as achieved. ${reportedWords(line, today)}`;
    case 'S3':
      return `${n} of ${of} executive directors ${has(n)} verified education of the last three years.`;
    case 'S3.b':
      return `${n} of ${of} directors and their direct reports took part in the last three years; ${Math.ceil(0.75 * of)} are needed.`;
    case 'S4':
      return `${meetings(n)} in the last 12 months, ${of} needed. ${
        line.nextMeeting
          ? `The next open meeting is on ${day(line.nextMeeting)}.`
          : 'No open meeting is in the calendar.'
      }`;
    case 'S4.a':
      return n === 0
        ? 'No chair of a network has been at the board this year with an item or a contribution.'
        : `Network chairs were at the board or a committee ${n === 1 ? 'once' : `${n} times`} this year, with an item or a contribution.`;
    case 'S5':
      return (line.board?.kinds ?? [])
        .map(({ kind, on }) =>
          on === undefined
            ? `The board has not seen ${kinds[kind]} in the last 12 months.`
            : `The board saw ${kinds[kind]} on ${day(on)}.`,
        )
        .join(' ');
    case 'S5.a':
    case 'S5.b':
      return line.ready
        ? 'In place, with a paper that the board saw.'
        : 'Needs the organisation’s word and a paper that the board saw.';
    default:
      return line.ready ? 'In place, with evidence.' : 'A development area.';
  }
}

function has(n: number): string {
  return n === 1 ? 'has' : 'have';
}

function meetings(n: number): string {
  if (n === 0) return 'No meeting';
  return n === 1 ? '1 meeting' : `${n} different meetings`;
}

function reportedWords({ reported }: SilverLine, today: string): string {
  return reported === undefined
    ? 'The percentage met has not been reported yet.'
    : `${reported.n} of ${reported.of} met was reported on ${shortDate(reported.on, today)}.`;
}
