import type { MyMentoring, MyPair, Programme } from '../bot/contract/mentoring.ts';
import { fullDate, shortDate } from '../bot/contract/dates.ts';

type Last = NonNullable<MyMentoring['last']>;

const both = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const own = {
  title: 'Reverse mentoring',
  /** When the last session was, and until when it counts. */
  last: ({ date, until, counts, lapsing }: Last) => {
    const was = `Your last session was on ${fullDate(date)}.`;
    if (!counts) return `${was} It counted until ${fullDate(until)}.`;
    return lapsing
      ? `${was} It counts until ${fullDate(until)}: a new one before then keeps it going.`
      : `${was} It counts until ${fullDate(until)}.`;
  },
  counts: 'How long it still counts',
  left: (months: number) =>
    months < 1
      ? 'Counts for less than a month'
      : `Counts for ${months} more ${months === 1 ? 'month' : 'months'}`,
  none: 'You are in no mentoring pair just now.',
  ask: (names: readonly string[]) =>
    names.length === 0
      ? 'To take part, ask your EDI lead.'
      : `To take part, ask ${either.format(names)}.`,
  private: 'The app shows only you two and the programme lead that you are a pair.',
  pair: (name: string) => `You and ${name}`,
  time: (time: string) => `Time agreed for it: ${time}.`,
  supporter: (name: string) => `${name} is there for you if you would like to talk it through.`,
  speakUp: 'Freedom to Speak Up',
  met: (dates: readonly string[], today: string) =>
    `You met on ${both.format(dates.map((date) => shortDate(date, today)))}. You both said so.`,
  mine: (date: string, name: string) =>
    `You said that you met on ${date}. It counts once ${name} says so too.`,
  theirs: (date: string, name: string) =>
    `${name} says that you met on ${date}. It counts once you say so too.`,
  more: (count: number) =>
    count === 1 ? 'And one earlier session.' : `And ${count} earlier ones.`,
  when: 'When did you meet?',
  whenHint: 'A date, and nothing more.',
  whenMissing: 'Choose the day on which you met',
  options: 'Pause, end or complete',
};

const asked: Record<MyPair['side'], (name: string) => { title: string; text: string }> = {
  mentor: (name) => ({
    title: `Would you mentor ${name}?`,
    text: `The reverse mentoring programme suggests it. You would meet now and then, so that they can learn from your experience. It’s fine to say no. Nobody asks why, and ${name} won’t hear that you were asked.`,
  }),
  director: (name) => ({
    title: `${name} would like to mentor you`,
    text: 'You would meet now and then, so that you can learn from their experience. They have said yes. It’s fine to say no. Nobody asks why.',
  }),
};

/** How a pair stands, as one of the two reads it. */
export function standsFor(pair: MyPair): { title: string; text: string } {
  const { state, side, with: name, may } = pair;
  switch (state) {
    case 'asked':
      return asked[side](name);
    case 'waiting':
      return {
        title: `${name} is asked next`,
        text: 'We’ll tell you when they say yes. You can still change your mind.',
      };
    case 'not-going-ahead':
      return may.includes('accept')
        ? { title: 'You said no, and that’s fine', text: 'Nobody asks why.' }
        : { title: `You and ${name}: this won’t go ahead`, text: 'There is nothing more to do.' };
    case 'matched':
      return {
        title: own.pair(name),
        text: 'You both said yes. Agree a first time to meet, then say here when you met.',
      };
    case 'active':
      return { title: own.pair(name), text: '' };
    case 'paused':
      return {
        title: `${own.pair(name)} are taking a break`,
        text: 'Nothing is asked of either of you.',
      };
    case 'ended':
      return { title: `${own.pair(name)}: this has ended`, text: 'Nobody asks why. Thank you.' };
    case 'completed':
      return { title: `${own.pair(name)} have completed it`, text: 'Thank you both.' };
  }
}

export const actions = {
  accept: 'Yes, I’d like to',
  decline: 'No, thank you',
  changeMind: 'I’ve changed my mind',
  met: 'We met',
  metOn: (date: string) => `Yes, we met on ${date}`,
  notMet: 'Take it back',
  pause: 'Pause',
  resume: 'Go on',
  end: 'End it',
  complete: 'It’s complete',
};

/** What the status message says once an act is done. */
export const told = {
  accepted: 'Thank you. It is noted.',
  declined: 'That’s fine. Nobody asks why.',
  met: (date: string) => `Noted for ${date}. It counts once you have both said so.`,
  metBoth: (date: string) => `You have both said so. The session on ${date} counts.`,
  notMet: 'Taken back.',
  paused: 'Paused. Nothing is asked of either of you.',
  resumed: 'It goes on.',
  ended: 'Ended. Nobody asks why.',
  completed: 'Completed. Thank you both.',
  proposed: (name: string) => `Proposed. ${name} is asked first, and nobody else hears of it.`,
  takenBack: 'Taken back.',
};

export const programme = {
  title: 'Reverse mentoring programme',
  standing: (pairs: Programme['pairs']) => {
    const going = pairs.filter(({ state }) => ['matched', 'active'].includes(state)).length;
    const waiting = pairs.filter(({ state }) => state.endsWith('-asked')).length;
    const quiet = pairs.filter((pair) => pair.quiet).length;
    const parts = [
      `${going} ${going === 1 ? 'pair meets' : 'pairs meet'}`,
      ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'waits' : 'wait'} for an answer`] : []),
      ...(quiet > 0 ? [`${quiet} may need a hand`] : []),
    ];
    return `${both.format(parts)}.`;
  },
  private: 'The app shows this only to you and the two of each pair.',
  none: 'No pair has been proposed yet.',
  pair: (mentor: string, director: string) => `${mentor} mentors ${director}`,
  states: {
    'mentor-asked': 'Mentor asked',
    'mentor-declined': 'Mentor said no',
    'director-asked': 'Director asked',
    'director-declined': 'Director said no',
    matched: 'Both said yes',
    active: 'Meeting',
    paused: 'Paused',
    ended: 'Ended',
    completed: 'Completed',
  } satisfies Record<Programme['pairs'][number]['state'], string>,
  quiet: 'Quiet',
  since: (date: string) => `Since ${date}`,
  sessions: (count: number, last: string) =>
    count === 1 ? `Met once, on ${last}` : `Met ${count} times, last on ${last}`,
  supportedBy: (name: string) => `Supported by ${name}`,
  end: 'End it',
  endFor: (mentor: string, director: string) => `End it: ${mentor} and ${director}`,
  resume: 'Take that back',
  resumeFor: (mentor: string, director: string) => `Take that back: ${mentor} and ${director}`,
  open: 'Propose a pair',
  mentor: 'Who would mentor?',
  mentorHint:
    'Type two letters of a name. They are asked first. If they say no, nobody but you hears of it.',
  director: 'Whom would they mentor?',
  directorHint: 'A director, or somebody who reports to one.',
  supporter: 'Who supports the mentor?',
  supporterHint: 'Somebody whom the mentor can talk to. Ask them before you name them.',
  time: 'What time is agreed for it? (optional)',
  timeHint: 'Such as “1 hour a month, in work time”.',
  propose: 'Ask the mentor',
  faults: {
    mentor: 'Choose who would mentor',
    director: 'Choose whom they would mentor',
    supporter: 'Choose who supports the mentor',
    three: 'Choose three different people',
  },
};
