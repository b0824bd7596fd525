import type {
  Delivery,
  DeliveryCounts,
  DeliveryWhy,
  UnreachedWhy,
} from '../bot/contract/delivery.ts';
import { fullDate, shortDate } from '../bot/contract/dates.ts';

type Kind = Delivery['kinds'][number]['kind'];
type Ending = Delivery['whys'][number]['state'];

export const delivery = {
  period: 'Period',
  periods: [
    { weeks: 8, title: 'The last 8 weeks' },
    { weeks: 26, title: 'The last 26 weeks' },
    { weeks: 52, title: 'The last 12 months' },
  ],
  none: (from: string) => `No reminders since ${fullDate(from)}.`,
  lead: (counts: DeliveryCounts, from: string) =>
    `Since ${fullDate(from)}, ${reminders(counts.sent)} ${counts.sent === 1 ? 'was' : 'were'} sent. ${answeredOf(counts)}`,
  answeredMeans:
    'Answered means that what a reminder asked for is on record since, or no longer needed.',
  toReach: 'Who can’t be reached',
  allReached: (of: number) =>
    `All ${people(of)} with a role or at band 8a and above can be reached.`,
  unreached: (n: number, of: number) =>
    `${n} of ${people(of)} with a role or at band 8a and above can’t be reached. Reminders to them are not sent.`,
  namesFor: (why: string, count: number) => `${why}: ${people(count)}`,
  notArrived: 'What did not arrive, or was not sent',
  times: (count: number) => (count === 1 ? '1 reminder' : `${count} reminders`),
  byWeek: 'By week',
  week: (start: string, today: string) => `Week of ${shortDate(start, today)}`,
  quiet: 'There was nothing in the other weeks.',
  key: {
    answered: 'Answered',
    sent: 'Sent, not answered yet',
    missed: 'Did not arrive, or not certain',
  },
  byKind: 'By kind',
  byPerson: 'By person',
  byPersonNote: 'By name. What a reminder said stays between the app and its reader.',
  trouble: (state: Ending, why: DeliveryWhy, on: string, today: string) =>
    `${shortDate(on, today)}: ${endings[state].toLowerCase()}. ${whys[why].say}`,
  reference: (reference: string) => `Reference ${reference}`,
  aside: (count: number) =>
    `${count === 1 ? 'A batch' : `${count} batches`} of reminders could not be worked through and ${count === 1 ? 'is' : 'are'} kept aside. Please tell whoever runs the app for you.`,
  note: 'Only the EDI lead sees this. Reverse mentoring is not counted here: that could show who takes part.',
};

function reminders(count: number): string {
  return count === 1 ? '1 reminder' : `${count || 'no'} reminders`;
}

function answeredOf({ sent, answered }: DeliveryCounts): string {
  if (sent === 0) return '';
  if (answered === 0) return 'None has been answered yet.';
  if (answered === sent) return sent === 1 ? 'It has been answered.' : 'All have been answered.';
  return `${answered} ${answered === 1 ? 'has' : 'have'} been answered.`;
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** "5 sent, 4 of them answered, 1 not delivered" */
export function countWords(counts: DeliveryCounts): string {
  const { sent, answered, undeliverable, failed, unknown, planned, withdrawn } = counts;
  const parts: [number, string][] = [
    [sent, answered > 0 ? `${sent} sent, ${answered} answered` : `${sent} sent`],
    [undeliverable, `${undeliverable} not delivered`],
    [failed, `${failed} not sent`],
    [unknown, `${unknown} not certain`],
    [planned, `${planned} still to come`],
    [withdrawn, `${withdrawn} not needed`],
  ];
  return parts.flatMap(([count, words]) => (count > 0 ? [words] : [])).join(', ');
}

export const endings: Record<Ending, string> = {
  undeliverable: 'Not delivered',
  failed: 'Not sent',
  unknown: 'Not certain',
  withdrawn: 'Not needed',
};

/** Why, and what can be done about it. */
export const whys: Record<DeliveryWhy, { say: string; next: string }> = {
  'nowhere-to-reach': {
    say: 'The bot has no chat with this person.',
    next: 'Ask them to open Silver Commitments in Teams once.',
  },
  blocked: {
    say: 'The person has blocked the app.',
    next: 'Nothing more is sent until they come back. Talk to them another way.',
  },
  removed: {
    say: 'The app was taken off the person’s Teams.',
    next: 'Ask them to add it again.',
  },
  refused: {
    say: 'Teams would not take it.',
    next: 'If it happens again, give your IT service desk the reference below.',
  },
  busy: {
    say: 'Teams was too busy for too long.',
    next: 'Nothing for you to do.',
  },
  ours: {
    say: 'Something went wrong on our side.',
    next: 'Give your IT service desk the reference below.',
  },
  'no-answer': {
    say: 'Teams did not say whether it arrived.',
    next: 'It is not sent again, so that nobody gets it twice.',
  },
  'no-longer-due': {
    say: 'It was answered before it left, or its time had passed.',
    next: 'Nothing for you to do.',
  },
  away: { say: 'The person was away.', next: 'Nobody is reminded while they are away.' },
  left: { say: 'The person had left.', next: 'Nothing for you to do.' },
  muted: { say: 'The person switched such reminders off.', next: 'That is theirs to choose.' },
  other: { say: 'It was no longer wanted.', next: 'Nothing for you to do.' },
};

export const unreachedWhys: Record<UnreachedWhy, { say: string; next: string }> = {
  'not-linked': {
    say: 'Not opened the app yet',
    next: 'Ask them to open Silver Commitments in Teams once, with their work account.',
  },
  'never-wrote': {
    say: 'Opened the tab, but not the chat',
    next: 'Ask them to open the chat with Silver Commitments and say hello.',
  },
  blocked: {
    say: 'Blocked the app',
    next: 'Nothing is sent until they come back. Talk to them another way.',
  },
  removed: { say: 'Took the app off', next: 'Ask them to add Silver Commitments again.' },
};

export const kindNames: Record<Exclude<Kind, 'in-private'>, string> = {
  'were-you-there': 'Were you able to join?',
  'claims-waiting': 'Attendance to confirm',
  'attendance-taken-off': 'Attendance taken off',
  'meeting-changed': 'A meeting changed',
  'pledge-review': 'A pledge’s review day',
  'item-untriaged': 'A board item to take on',
  'item-no-outcome': 'A board item without its outcome',
  'item-answered': 'The board has answered',
  'own-goal': 'A leader’s own goal',
  'team-goals': 'Goals of a manager’s team',
  'quarter-paper': 'A quarter without its board paper',
  'meeting-unbooked': 'A meeting that nobody has booked',
  'coverage-pace': 'A network behind its pace',
  'feedback-due': 'Feedback from the Assembly',
  'yearly-review': 'The yearly review',
  'plan-line-due': 'A line of the action plan',
  'involvement-waiting': 'A network’s part in the action plan',
  'line-review': 'A line to look at again',
};
