import type { ActContext } from '../domain/act-context.ts';
import { fullDate, timeOfDay } from '../contract/dates.ts';
import type { Outcome } from '../contract/acts.ts';
import type { MeetingsPreview } from '../contract/calendar.ts';
import type { Frame, Network } from '../domain/facts.ts';
import {
  judgeAddMeeting,
  judgeRewriteMeeting,
  type CalendarRefusal,
  type CalendarVerdict,
  type MeetingVersion,
} from '../domain/judge-calendar.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { may } from '../domain/permissions.ts';
import { londonDate } from '../domain/time.ts';
import { contextOf, type House } from './context.ts';
import type { Shown } from './doors.ts';
import { markedTap, tappedBefore } from './calendar-taps.ts';
import { everExecutives, subjectsOf } from './keep-calendar.ts';
import { notYours } from './not-yours.ts';
import type { Caller, SettleItem } from './ports.ts';
import type { KnownMeetings, Reading, RowsSummary } from './readers.ts';

/** [ours] A year of meetings is a dozen; more than this is another kind of file. */
const MOST_MEETINGS = 60;

export interface OwnFile {
  readonly network: string;
  /** The file's text, in the columns of an import of meetings. */
  readonly file: string;
}

/** What a chair's own file of meetings would do. Nothing is written. */
export async function previewMeetings(
  house: House,
  caller: Caller,
  asked: OwnFile,
): Promise<Shown<MeetingsPreview>> {
  const frame = await house.records.frame(caller.organisation);
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const network = ownNetwork(asked.network, context);
  if (network === undefined) {
    return notYours('keep-calendar');
  }
  const reading = await house.readers.meetings(new TextEncoder().encode(asked.file));
  if (reading.kind === 'refused') {
    const none = { added: [], changed: [], unchanged: 0, problems: [] };
    return { kind: 'shown', view: { refused: reading.because, ...none } };
  }
  const held = holdRows(reading, network, context);
  const { added, changed, unchanged, problems } = held;
  const tooMany = added.length + changed.length > MOST_MEETINGS;
  return {
    kind: 'shown',
    view: {
      ...(tooMany ? { refused: `at most ${MOST_MEETINGS} meetings go in at a time` } : {}),
      added: added.map(inShort),
      changed: changed.map(inShort),
      unchanged,
      problems,
    },
  };
}

/** Takes in what the preview showed: one commit, one ledger entry. */
export async function importOwnMeetings(
  house: House,
  caller: Caller,
  asked: OwnFile & { tap?: string | undefined },
): Promise<Outcome> {
  const reading = await house.readers.meetings(new TextEncoder().encode(asked.file));
  if (reading.kind === 'refused') return { kind: 'refused', because: 'file-refused' };
  const executives = everExecutives(await house.records.frame(caller.organisation));
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [],
    decide(book) {
      const tap = markedTap('import-meetings', asked);
      const context = contextOf(house, caller, book, tap);
      const network = ownNetwork(asked.network, context);
      if (network === undefined) return { kind: 'refused', because: 'not-your-network' };
      const before = tappedBefore(book.frame, tap);
      if (before !== undefined) return before;
      const { added, changed, unchanged } = holdRows(reading, network, context);
      const meetings = [...added, ...changed];
      if (meetings.length === 0 && unchanged > 0) return { kind: 'already' };
      if (meetings.length === 0 || meetings.length > MOST_MEETINGS) {
        return { kind: 'refused', because: 'file-refused' };
      }
      for (const meeting of meetings) book.putMeeting(meeting);
      const about = { network: network.id, meetings: meetings.map(({ id }) => id).join(' ') };
      book.enter({ act: 'import-meetings', by: caller.person, about });
      return { kind: 'done' };
    },
  });
  if (outcome.kind === 'done') {
    house.changed(caller.organisation, subjectsOf(asked.network, executives));
  }
  return outcome;
}

function ownNetwork(id: string, context: ActContext): Network | undefined {
  const { actor, frame, now } = context;
  const network = frame.networks.find((known) => known.id === id);
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  return network !== undefined && may('keep-calendar', who, { network: network.id })
    ? network
    : undefined;
}

interface Held {
  readonly added: MeetingVersion[];
  readonly changed: MeetingVersion[];
  readonly unchanged: number;
  readonly problems: MeetingsPreview['problems'];
}

/** Each row against the calendar as it is, by the same verdicts as a meeting typed in. */
function holdRows(
  reading: Extract<Reading<KnownMeetings, RowsSummary>, { kind: 'read' }>,
  network: Network,
  context: ActContext,
): Held {
  const today = londonDate(context.now);
  let frame: Frame = frameAsKnown(context.frame, BY_NOW, today);
  const added: MeetingVersion[] = [];
  const changed: MeetingVersion[] = [];
  const problems: MeetingsPreview['problems'] = [];
  const parts = reading.against({
    fileName: 'your file',
    asAt: today,
    listDates: [],
    networks: [network],
    meetings: frame.meetings.filter((meeting) => meeting.network === network.id),
    isPart: true,
  });
  for (;;) {
    const next = parts.next();
    if (next.done) return { added, changed, unchanged: next.value.unchanged, problems };
    for (const fact of next.value) {
      if (fact.kind === 'settle') problems.push(problemOf(fact.item, network));
      if (fact.kind !== 'meeting') continue;
      const before = frame.meetings.find(({ id }) => id === fact.fact.id);
      const verdict: CalendarVerdict =
        before === undefined
          ? judgeAddMeeting(fact.fact, { ...context, frame })
          : judgeRewriteMeeting(before, fact.fact, { ...context, frame });
      if (verdict.kind === 'done') {
        (before === undefined ? added : changed).push(verdict.meeting);
        const recorded = { ...verdict.meeting, recordedAt: context.now };
        frame = { ...frame, meetings: [...frame.meetings, recorded] };
      } else if (verdict.kind === 'refused') {
        const detail = `${nameOf(fact.fact)}: ${whyNot[verdict.because]}`;
        problems.push({ ...(fact.row === undefined ? {} : { row: fact.row }), detail });
      }
    }
  }
}

/** A row of another network is told as that: to its reader only their own is known. */
function problemOf(item: SettleItem, network: Network): MeetingsPreview['problems'][0] {
  const row = item.row === undefined ? {} : { row: item.row };
  if (item.problem === 'unknown-network') {
    return { ...row, detail: `This row is not of the ${network.name}, so it is left out.` };
  }
  return { ...row, detail: item.detail.replace('was not imported', 'is left out') };
}

const whyNot: Readonly<Record<CalendarRefusal, string>> = {
  'network-ended': 'the network has come to an end by then',
  'no-such-network': 'the network is not known.',
  'not-your-network': 'the network is not yours.',
  'not-a-date': 'the date is not a real one.',
  'not-a-time': 'a time is not a real one.',
  'no-such-time': 'the clocks go forward that night, so this time does not exist.',
  'ends-before-start': 'the end is not after the start.',
  'too-far-ahead': 'it is more than two years ahead.',
  'not-a-link': 'the link does not begin with https://.',
  doubled: 'another meeting is at that time.',
  'year-closed': 'that year is closed.',
  'already-held': 'it has been held, so it stays as it is.',
  'has-passed': 'that time has passed.',
  'chair-only': 'only the chair can do this.',
  'cancelling-needs-a-reason': 'it has been held.',
  'put-it-back-first': 'it is cancelled. Put it back first.',
  'claims-were-voided': 'it was cancelled.',
  'meeting-recorded': 'executives have recorded it.',
};

function inShort({ date, start, end, title }: MeetingVersion): MeetingsPreview['added'][0] {
  return { date, start, end, title };
}

function nameOf({ title, date, start }: Pick<MeetingVersion, 'title' | 'date' | 'start'>): string {
  return `${title}, ${fullDate(date)}, ${timeOfDay(start)}`;
}
