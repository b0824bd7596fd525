import { shortDate } from '../bot/contract/dates.ts';
import type { SilverLine } from '../bot/contract/silver.ts';

/** What a line still needs, and of whom. */
export interface Need {
  readonly who: string;
  readonly what: string;
}

export const glance = {
  title: 'Silver at a glance',
  nothing: 'Nothing more just now.',
  print: 'Print this page',
  /** On paper, “now” needs its moment. */
  printed: (known: string, rules: readonly string[]) =>
    `As known on ${known}. Counted by the rules ${rules.join(', ')}.`,
};

/** Its figure in words: "71 of 82 leaders". */
export function inWords({ code, n, of }: SilverLine): string {
  switch (code) {
    case 'S1':
      return `${n} of 2 steps`;
    case 'S2':
      return `${n} of ${of} leaders`;
    case 'S3':
      return `${n} of ${of} executive directors`;
    case 'S4':
      return `${n} ${n === 1 ? 'meeting' : 'meetings'}, ${of} needed`;
    case 'S5':
      return `${n} of 2 kinds of data`;
    default:
      return `${n} of ${of}`;
  }
}

/** What a line needs, each in a sentence. Counts of people and meetings, never a name. */
export function needsOf(
  line: SilverLine,
  supporting: readonly SilverLine[],
  today: string,
): Need[] {
  const { code, n, of } = line;
  const short = of - n;
  switch (code) {
    case 'S1':
      return councilNeeds(line);
    case 'S2':
      return [
        ...(short > 0
          ? [
              {
                who: 'Managers',
                what: `${people(short, 'leader has', 'leaders have')} no agreed goal.`,
              },
            ]
          : []),
        ...(line.reported
          ? []
          : [{ who: 'EDI lead', what: 'last year’s percentage of goals met needs reporting.' }]),
      ];
    case 'S3':
      return [
        ...(short > 0
          ? [
              {
                who: 'Executive directors',
                what: `${people(short, 'needs', 'need')} verified education.`,
              },
            ]
          : []),
        ...mentoringNeeds(supporting),
      ];
    case 'S4':
      return attendanceNeeds(line, today);
    case 'S5':
      return boardNeeds(line, today);
    default:
      return [];
  }
}

function councilNeeds({ n, council }: SilverLine): Need[] {
  const hasTerms = council?.terms !== undefined;
  const hasMet = n - (hasTerms ? 1 : 0) > 0;
  const missing = [
    ...(hasTerms ? [] : ['its terms approved']),
    ...(hasMet ? [] : ['a meeting on record for the last 6 months']),
  ];
  return missing.length === 0
    ? []
    : [{ who: 'EDI lead', what: `the council needs ${list.format(missing)}.` }];
}

function mentoringNeeds(supporting: readonly SilverLine[]): Need[] {
  const line = supporting.find(({ code }) => code === 'S3.b');
  if (line === undefined || line.ready || line.of === 0) return [];
  const more = Math.ceil(0.75 * line.of) - line.n;
  const what = `${more} more ${more === 1 ? 'person' : 'people'} in reverse mentoring would make it 75%, a supporting action.`;
  return [{ who: 'Programme lead', what }];
}

function attendanceNeeds({ ahead, ready }: SilverLine, today: string): Need[] {
  if (ahead === undefined) return [{ who: 'EDI lead', what: 'no network counts for Silver yet.' }];
  const { by, network, more, waiting, left } = ahead;
  const inNetwork = network === undefined ? '' : ` of the ${network}`;
  const missing = more - waiting - left.length;
  const next = left.slice(0, 2).map((date) => shortDate(date, today));
  const nextWords =
    next.length === 0
      ? 'No open meeting is left in the calendar.'
      : `The next ${next.length === 1 ? 'is' : 'are'} ${list.format(next)}.`;
  return [
    ...(more > 0
      ? [
          {
            who: 'Executive directors',
            what: `${more} more confirmed ${more === 1 ? 'meeting' : 'meetings'}${inNetwork} by ${shortDate(by, today)}${ready ? ', to stay ready' : ''}. ${nextWords}`,
          },
        ]
      : []),
    ...(waiting > 0
      ? [
          {
            who: 'Network chairs',
            what: `${people(waiting, 'meeting waits', 'meetings wait')} to be confirmed.`,
          },
        ]
      : []),
    ...(missing > 0
      ? [
          {
            who: 'Network chairs',
            what: `the calendar needs ${missing} more open ${missing === 1 ? 'date' : 'dates'} by then.`,
          },
        ]
      : []),
  ];
}

const kinds = { wres: 'WRES data', 'workforce-by-ethnic-group': 'workforce data by ethnic group' };

function boardNeeds({ board, nextBoard }: SilverLine, today: string): Need[] {
  const missing = (board?.kinds ?? []).filter(({ on }) => on === undefined);
  if (missing.length === 0) return [];
  const when =
    nextBoard === undefined
      ? 'No board is in the calendar.'
      : `The next board is on ${shortDate(nextBoard, today)}.`;
  const what = `the board needs to see ${list.format(missing.map(({ kind }) => kinds[kind]))}. ${when}`;
  return [{ who: 'Board secretary', what }];
}

const list = new Intl.ListFormat('en-GB');

function people(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
