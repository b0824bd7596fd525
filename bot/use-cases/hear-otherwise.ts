import type { Frame, Meeting, MeetingId, Network, PersonId } from '../domain/facts.ts';
import { isOpen, networkOf, startOf } from '../domain/meeting.ts';
import { askOf } from '../domain/sentence/asks.ts';
import type { WhyNone, WhyNot } from '../domain/sentence/meaning.ts';
import { mentionedIn } from '../domain/sentence/mention.ts';
import type { Given } from '../domain/sentence/understand.ts';
import type { Heard, HeardMeeting, WhyAbout } from './doors.ts';

/** Meetings that a card says that it knows. */
const MOST = 5;

/** Who types, and what their words are held against. */
export interface Hearing {
  readonly given: Given;
  readonly frame: Frame;
  readonly on: string;
  readonly isExecutive: boolean;
  /** For whom they act; nobody where they are an executive themselves. */
  readonly assisted: readonly PersonId[];
  readonly isChair: boolean;
}

/** Words that record nothing: what they ask for, the meetings they speak of, or neither. */
export function hearOtherwise(text: string, because: WhyNot, hearing: Hearing): Heard {
  if (because === 'too-long') return { kind: 'lost', because };
  const ask = askOf(text);
  if (ask === 'thanks' || ask === 'fine') return { kind: 'polite', to: ask };
  if (ask === 'answer') return attends(hearing) ? about([], ask, hearing) : view('waiting');
  if (ask === 'reminders') return view(ask);
  if (ask === 'keep-calendar' && hearing.isChair) return { kind: 'lost', because: ask };
  if (ask === 'waiting' || (ask === 'who-came' && hearing.isChair)) return view('waiting');
  if (because === 'somebody-else') return { kind: 'lost', because };
  if (ask === 'progress') return view(ask);

  const mentioned = mentionedIn(text, hearing.given);
  if (mentioned.kind === 'found') {
    const isDoubt = because === 'unsure' || because === 'said-no';
    return about(mentioned.meetings, isDoubt ? because : 'asked', hearing);
  }
  if (mentioned.kind === 'none') return noneOf(mentioned, false, hearing);
  if (ask === 'meetings' && !attends(hearing)) return datesOf(nearest(hearing), hearing);
  if (ask === 'own-claim') return view('progress');
  if (ask !== undefined && ask !== 'keep-calendar' && ask !== 'who-came') return view(ask);
  return { kind: 'lost', because: because === 'said-no' ? 'nothing-said' : because };
}

const view = (asked: Extract<Heard, { kind: 'view' }>['view']): Heard => ({
  kind: 'view',
  view: asked,
  for: undefined,
});

const attends = ({ isExecutive, assisted }: Hearing): boolean => isExecutive || assisted.length > 0;

function about(meetings: readonly Meeting[], why: WhyAbout, hearing: Hearing): Heard {
  if (!attends(hearing)) return datesOf(meetings, hearing);
  const ids = meetings.slice(0, MOST).map(({ id }): MeetingId => id);
  if (hearing.assisted.length > 1) return { kind: 'whose', view: 'about', meetings: ids, why };
  return { kind: 'about', meetings: ids, why, for: hearing.assisted[0] };
}

function datesOf(meetings: readonly Meeting[], { frame }: Hearing): Heard {
  return { kind: 'dates', meetings: shown(meetings.filter(isOpen).slice(0, MOST), frame) };
}

interface None {
  readonly because: WhyNone;
  readonly heard: string;
  readonly networks: readonly Network[];
}

/** Why no meeting fits, and those that are known: of the networks that were named, if any were. */
export function noneOf(
  { because, heard, networks }: None,
  ahead: boolean,
  hearing: Hearing,
): Heard {
  return {
    kind: 'none',
    because,
    heard,
    networks: networks.map(({ name }) => name),
    ahead,
    // Of two things, one may be behind.
    knows: shown(nearest(hearing, networks, ahead && !because.startsWith('two-')), hearing.frame),
  };
}

/** The open meetings about today: the last ones and the next ones; or those to come alone. */
function nearest(
  { frame, on, given }: Hearing,
  of: readonly Network[] = [],
  ahead = false,
): Meeting[] {
  const inOrder = frame.meetings
    .filter((meeting) => meeting.openToExecutives)
    .filter(({ network }) => of.length === 0 || of.some(({ id }) => id === network))
    .toSorted((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1));
  if (ahead) {
    return inOrder
      .filter((meeting) => isOpen(meeting) && startOf(meeting) > given.now)
      .slice(0, MOST);
  }
  const next = inOrder.findIndex(({ date }) => date >= on);
  const middle = next === -1 ? inOrder.length : next;
  return inOrder.slice(Math.max(0, middle - 2)).slice(0, MOST);
}

export function shown(meetings: readonly Meeting[], frame: Frame): HeardMeeting[] {
  return meetings.map((meeting) => ({
    id: meeting.id,
    networkName: networkOf(frame, meeting)?.name ?? meeting.network,
    date: meeting.date,
    start: meeting.start,
    end: meeting.end,
  }));
}
