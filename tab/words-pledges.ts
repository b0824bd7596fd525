import { fullDate, shortDate } from '../bot/contract/dates.ts';

/** Words of pledges and of notes to oneself. */
export const pledges = {
  title: 'Pledges and notes',
  line: 'What you will do, in your own words. The app shows them to nobody else, unless you share a pledge.',
  open: 'Your pledges',
  notes: 'Notes to yourself',
  colleagues: 'What colleagues share',
  none: 'You have made no pledge yet.',
  made: (on: string, today: string) => `Made on ${shortDate(on, today)}.`,
  review: (on: string, today: string) => `You look at it again on ${shortDate(on, today)}.`,
  isDue: 'The day to look at it again is here.',
  shared: 'Shared with colleagues',
  private: 'Not shared',
  changed: (on: string) => `What changed, ${fullDate(on)}`,
  share: 'Share',
  unshare: 'Keep to myself',
  withdraw: 'Take back',
  sure: 'Take it back? Its words will be gone.',
  yes: 'Yes, take it back',
  no: 'No, keep it',
  about: (text: string) => `: “${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`,
  sharing:
    'If you share one, leaders and directors here can read it, with your name and what changed.',
  noneShared: 'Nobody shares a pledge at the moment.',
  more: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} shared.`,
};

export const pledgeForm = {
  open: 'Make a pledge',
  text: 'What will you do?',
  hint: 'In your own words. Please don’t name patients or colleagues.',
  review: 'When will you look at it again?',
  make: 'Make this pledge',
  changed: 'What changed?',
  changedShared: 'Colleagues will read this too. Please don’t name patients or colleagues.',
  save: 'Save',
  look: 'Write what changed',
  later: 'Another day',
  set: 'Set this day',
  problems: {
    text: 'Write a few words.',
    review: 'Choose a day from tomorrow on.',
  },
};

export const pledgeTold = {
  'make-pledge': 'Your pledge is made. The app shows it to nobody else, unless you share it.',
  'review-pledge': 'Saved.',
  'extend-pledge': 'The new day is set.',
  'share-pledge': 'Shared. Colleagues can read it now, with your name.',
  'unshare-pledge': 'It is shared no more. The app shows it to nobody else.',
  'withdraw-pledge': 'Taken back. Its words are gone.',
  'keep-note': 'Kept. The app shows it to nobody else.',
  'forget-note': 'Gone.',
};

/** The framework names the zones; what to write there is everybody's own. */
export const notes = {
  intro: 'The framework speaks of three zones. The app shows what you write here to nobody else.',
  zone: (zone: string) => `${zone} zone`,
  save: (zone: string) => ` the ${zone} zone`,
  keep: 'Save',
  forget: 'Delete',
};
