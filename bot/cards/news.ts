import { meetingTime, shortDate } from '../contract/dates.ts';
import type { MyMeeting, Reminders } from '../contract/views.ts';
import type { CardObject } from './render.ts';
import { changeWords, newsWords, type News } from './words.ts';

type Reminder = Reminders['reminders'][number];

/** What a reminder tells of a meeting that changed; all empty where it tells of none. */
export function newsOf(
  { kind, meeting, standing, next, unbooked, pace }: Reminder,
  on: string,
  back: CardObject,
): CardObject {
  const isNews = kind === 'attendance-taken-off' || kind === 'meeting-changed';
  const told = isNews ? meeting : undefined;
  const news = told && newsIn(kind, told);
  const isAsked = kind === 'meeting-changed' || kind === 'meeting-unbooked';
  const asked = isAsked ? meeting : next;
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
    alone:
      (isNews || unbooked?.supporting === true || pace?.supporting === true) &&
      !may.some((act) => act === 'will-come' || act === 'cannot-come'),
    mayCome: may.includes('will-come'),
    mayNotCome: may.includes('cannot-come'),
    mayUndoAnswer: may.includes('undo-intention'),
    willCome: { ...back, meeting: asked?.id ?? '', answer: 'will-come' },
    cannotCome: { ...back, meeting: asked?.id ?? '', answer: 'cannot-come' },
    undoAnswer: { ...back, meeting: asked?.id ?? '', answer: asked?.state ?? '' },
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
