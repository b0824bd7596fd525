import { fullDate, londonMoment } from '../contract/dates.ts';
import type { SilverCode } from '../contract/silver.ts';
import type { FewOrMany } from '../domain/suppression.ts';
import { addDays, addMonths, type PlainDate } from '../domain/time.ts';
import type { NetworkAsk, PackFacts, PackFigure } from '../use-cases/evidence/pack-facts.ts';

export const stateNames = {
  'in-place': 'in place',
  'development-area': 'development area',
  'not-yet-looked-at': 'not yet looked at',
} as const;

export const outcomeNames = {
  achieved: 'achieved',
  partly: 'partly achieved',
  'not-achieved': 'not achieved',
  unconfirmed: 'not yet confirmed',
  'not-met': 'not confirmed as achieved',
} as const;

export const paperNames = {
  wres: 'WRES data',
  'workforce-by-ethnic-group': 'workforce data by ethnic group',
  'staff-survey': 'staff survey',
  'quarterly-review': 'quarterly review',
} as const;

export function readiness(figure: Pick<PackFigure, 'ready'>): string {
  return figure.ready ? 'Evidence ready' : 'Not yet';
}

export function aboutPack({
  organisation,
  on,
  known,
}: {
  organisation: { name: string; code: string };
  on: string;
  known: string;
}): string {
  return `${organisation.name} (${organisation.code}) on ${fullDate(on)}, as known on ${londonMoment(known)}`;
}

/** What a figure counts, where a table has no room for its sentence. */
const units: Partial<Record<SilverCode, string>> = {
  S1: 'parts',
  S2: 'leaders',
  S3: 'executive directors',
  S5: 'kinds of data',
};

/** "12 of 14 leaders", or the number alone where N is no whole that it is part of. */
export function inNumbers({ code, n, of }: PackFigure): string {
  if (code === 'S4') return `${n} ${n === 1 ? 'meeting' : 'meetings'}, ${of} needed`;
  const unit = units[code];
  return unit === undefined ? `${n} of ${of}` : `${n} of ${of} ${unit}`;
}

/** Where a figure stands, in a sentence that holds years later. */
export function standing(figure: PackFigure, { on, facts }: PackFacts): string {
  const { code, n, of, council, reported, goalYear } = figure;
  const told =
    reported === undefined
      ? 'The percentage met has not been reported yet.'
      : `${reported.n} of ${reported.of} goals met was reported on ${fullDate(reported.on)}.`;
  switch (code) {
    case 'S1':
      return `${council?.terms ? `The terms of reference were approved on ${fullDate(council.terms)}.` : 'No terms of reference are approved yet.'} ${council?.lastMet ? `The council last met on ${fullDate(council.lastMet)}.` : 'No meeting of the council is on record.'}`;
    case 'S2':
      return `${n} of ${of} leaders at Band 8a and above ${has(n)} an agreed equality goal. ${told}`;
    case 'S2.met':
      return of === 0
        ? 'No agreed goal has fallen due yet.'
        : `${n} of ${of} goals of the year from ${fullDate(goalYear ?? on)} ${n === 1 ? 'is' : 'are'} confirmed as achieved. ${told}`;
    case 'S3':
      return `${n} of ${of} executive directors ${has(n)} verified inclusive leadership education.`;
    case 'S3.b':
      return `${n} of ${of} directors and their direct reports took part; ${Math.ceil(0.75 * of)} are needed.`;
    case 'S4':
      return `The network that was joined least had ${n === 0 ? 'no' : n} ${n === 1 || n === 0 ? 'meeting' : 'meetings'} with an executive director; ${of} are needed.`;
    case 'S4.a':
      return n === 0
        ? 'No network chair was heard at the board or a committee.'
        : `A network chair was heard at the board or a committee on ${n} ${n === 1 ? 'day' : 'days'}.`;
    case 'S5':
      return (figure.board?.kinds ?? [])
        .map(({ kind, on: seen }) =>
          seen === undefined
            ? `The board has not seen ${paperNames[kind]}.`
            : `The board saw ${paperNames[kind]} on ${fullDate(seen)}.`,
        )
        .join(' ');
    case 'S5.a':
    case 'S5.b':
      return figure.ready
        ? `The organisation says that it is in place. ${paperWords[code].seen}`
        : `${statementWords(code, facts)} ${paperWords[code][paperSeen(code, figure, facts) ? 'seen' : 'unseen']}`;
    default:
      return statementWords(code, facts);
  }
}

function has(n: number): string {
  return n === 1 ? 'has' : 'have';
}

function statementWords(code: SilverCode, { statements }: PackFacts['facts']): string {
  const said = statements.find(({ line }) => line === code);
  return said === undefined
    ? 'The organisation has not looked at it yet.'
    : `The organisation called it ${said.state === 'in-place' ? 'in place' : 'a development area'} on ${fullDate(said.on)}.`;
}

const paperWords = {
  'S5.a': {
    seen: 'The board saw the staff survey, read with network members.',
    unseen: 'The board has not seen a staff survey read with network members.',
  },
  'S5.b': {
    seen: 'The board and the networks saw a review.',
    unseen: 'No review that both the board and the networks saw is on record.',
  },
} as const;

function paperSeen(code: 'S5.a' | 'S5.b', { after }: PackFigure, { papers }: PackFacts['facts']) {
  const wanted = code === 'S5.a' ? 'staff-survey' : 'quarterly-review';
  return papers.some(({ kind, on, networks }) => kind === wanted && networks && on > (after ?? ''));
}

/** What is still to do before the evidence is ready; nothing where it is. */
export function notYetMet(figure: PackFigure, facts: PackFacts): string[] {
  const { code, n, of, ready, council, reported } = figure;
  if (ready) return [];
  const left = of - n;
  switch (code) {
    case 'S1':
      return [
        ...(council?.terms ? [] : ['The council needs approved terms of reference.']),
        ...(n === of || (n === 1 && !council?.terms)
          ? []
          : ['The council needs to meet: no meeting of the last 6 months is on record.']),
      ];
    case 'S2':
      return [
        ...(of === 0 ? ['No leader is on record for this day.'] : []),
        ...(left > 0 ? [`${people(left, 'leader')} an agreed goal.`] : []),
        ...(reported ? [] : ['The percentage of last year’s goals met needs reporting.']),
      ];
    case 'S2.met':
      return of === 0 ? [] : ['The percentage of these goals met needs reporting.'];
    case 'S3':
      return of === 0
        ? ['No executive director is on record for this day.']
        : [`${people(left, 'executive director')} verified education.`];
    case 'S3.b':
      return [`${people(Math.ceil(0.75 * of) - n, 'person', 'people')} to take part.`];
    case 'S4':
      return [
        facts.networks.some(({ countsForSilver }) => countsForSilver)
          ? `${left} more ${left === 1 ? 'meeting needs' : 'meetings need'} an executive director.${figure.nextMeeting === undefined ? '' : ` The next open one is on ${fullDate(figure.nextMeeting)}.`}`
          : 'No network that counts is on record.',
      ];
    case 'S4.a':
      return ['A network chair needs to be heard at the board or a committee.'];
    case 'S5':
      return (figure.board?.kinds ?? [])
        .filter(({ on }) => on === undefined)
        .map(({ kind }) => `The board needs to see ${paperNames[kind]}.`);
    default:
      return [standing(figure, facts)];
  }
}

function people(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? `${one} needs` : `${several} need`}`;
}

/** "Fewer than 10 people are", "12 people are" */
export function few(count: FewOrMany, one: string, several: string): string {
  if (count === 'fewer than 10') return `Fewer than 10 ${several} are`;
  return count === 1 ? `1 ${one} is` : `${count} ${several} are`;
}

export function unsettledWords(unsettled: FewOrMany): string {
  return `${few(unsettled, 'person', 'people')} outside the counts because their grade is not matched to a band yet. They count once the EDI lead has settled it.`;
}

/** What became of what a network asked. */
export function askWords({ state, day, movedOn, minute }: NetworkAsk): string {
  const on = fullDate(movedOn);
  const seen = day === undefined ? '' : ` of ${fullDate(day)}`;
  const found = minute === undefined ? '' : ` (${minute})`;
  switch (state) {
    case 'raised':
      return 'Waits for the board secretary to take it on.';
    case 'triaged':
      return `The board secretary took it on, on ${on}. It needs a board meeting.`;
    case 'scheduled':
      return `It is on the agenda of the board${seen}.`;
    case 'deferred':
      return `Put off${day === undefined ? '' : ` until ${fullDate(day)}`}.`;
    case 'sent-for-decline':
      return 'Waits for the board chair’s decision.';
    case 'declined':
      return `The board chair declined it on ${on}. The network’s chair has the reason.`;
    case 'review-asked':
      return `The network asked for a review on ${on}.`;
    case 'discussed':
      return `The board${seen} discussed it${found}. The network waits to hear what came of it.`;
    case 'fed-back':
      return `The board${seen} discussed it${found}, and answered on ${on}.`;
    default:
      return `The board${seen} discussed it${found}. The network took note of the answer on ${on}.`;
  }
}

/** The first day of the 12 months up to a day. */
export function twelveMonths(on: PlainDate): string {
  return `${fullDate(addDays(addMonths(on, -12), 1))} to ${fullDate(on)}`;
}
