import { meetingTime, shortDate } from '../contract/dates.ts';
import type { MyMeeting, Reminders } from '../contract/views.ts';
import type { CardObject } from './render.ts';
import { changeWords, newsWords, type News } from './words.ts';

type Reminder = Reminders['reminders'][number];

/** What a reminder tells of a meeting that changed; all empty where it tells of none. */
export function newsOf({ kind, meeting, standing, next }: Reminder, on: string, back: CardObject) {
  const isNews = kind === 'attendance-taken-off' || kind === 'meeting-changed';
  const told = isNews ? meeting : undefined;
  const news = told && newsIn(kind, told);
  const asked = kind === 'meeting-changed' ? told : next;
  const may = asked?.may ?? [];
  const { done = 0, target = 0 } = standing ?? {};
  return {
    news: news ?? '',
    heading: news === undefined ? '' : newsWords(news),
    movedFrom: news === 'moved' && told ? changeWords(told, on) : '',
    day: told === undefined ? '' : shortDate(told.date, on),
    says: told?.cancelledBecause ?? '',
    stands: standing !== undefined,
    done,
    target,
    nextTime: next === undefined ? '' : `${meetingTime(next, on)}, ${next.networkName}`,
    nextState: next?.state ?? '',
    // Nothing to answer: what is left to tap stands by itself.
    alone: isNews && !may.some((act) => act === 'will-come' || act === 'cannot-come'),
    mayCome: may.includes('will-come'),
    mayNotCome: may.includes('cannot-come'),
    willCome: { ...back, meeting: asked?.id ?? '', answer: 'will-come' },
    cannotCome: { ...back, meeting: asked?.id ?? '', answer: 'cannot-come' },
  };
}

function newsIn(kind: Reminder['kind'], { state, movedFrom }: MyMeeting): News {
  if (kind === 'attendance-taken-off') return 'taken-off';
  switch (state) {
    case 'cancelled':
    case 'members-only':
    case 'will-come':
    case 'cannot-come':
      return state;
    default:
      return movedFrom === undefined ? 'other' : 'moved';
  }
}
