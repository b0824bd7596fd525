import { meetingTime, shortDate } from '../contract/dates.ts';
import type { MyMeeting, Reminders } from '../contract/views.ts';
import { show, tabLink, toneOf, type Viewer } from './card.ts';
import { quarterPaperBlock } from './board/nudge-block.ts';
import nudgeTemplate from './nudge.json' with { type: 'json' };
import { compile, render, type Card, type CardObject } from './render.ts';
import { stateWords } from './words.ts';

const fill = compile(nudgeTemplate);

type Reminder = Reminders['reminders'][number];

/** Reminders on one card: three buttons each, and never more than six in all. */
const mostOnACard = 2;

/** What the bot says unprompted: each with why it came and its answer as buttons. */
export function nudgeCard(viewer: Viewer, { on, reminders }: Reminders, nudges: string): Card {
  const items = reminders.slice(0, mostOnACard).map((reminder, index) => {
    const one = reminders.length === 1;
    return {
      ...common(viewer, reminder, on, nudges),
      ...meetingOf(viewer, reminder.meeting, on, { nudges, stays: !one }),
      ...queueOf(viewer, reminder, on),
      ...quarterPaperBlock(viewer, reminder, on),
      one,
      first: index === 0,
    };
  });
  const data = {
    count: items.length,
    items,
    link: tabLink(
      viewer,
      items.some(({ kind }) => kind === 'were-you-there')
        ? 'commitments'
        : items.some(({ kind }) => kind === 'quarter-paper')
          ? 'board'
          : 'network',
    ),
  };
  return render(fill, data, viewer, { view: 'nudge', params: { nudges } });
}

function common(viewer: Viewer, reminder: Reminder, on: string, nudges: string) {
  const { organisation } = viewer;
  const { nudge, kind, due, muted, snoozedUntil } = reminder;
  const back = { organisation, back: 'nudge', nudges };
  return {
    kind,
    due,
    muted,
    snoozed: snoozedUntil === undefined ? '' : shortDate(snoozedUntil, on),
    tomorrow: { ...back, nudge, until: 'tomorrow' },
    nextWeek: { ...back, nudge, until: 'next-week' },
    kindOf: { ...back, kind },
  };
}

/** A card of one reminder goes on to its claim, where it can be undone; one of several stays. */
function meetingOf(
  { organisation }: Viewer,
  meeting: MyMeeting | undefined,
  on: string,
  { nudges, stays }: { nudges: string; stays: boolean },
): CardObject {
  const about = { organisation, meeting: meeting?.id ?? '' };
  const back = { ...about, back: 'nudge', nudges };
  return {
    state: meeting?.state ?? '',
    label: meeting === undefined ? '' : stateWords(meeting.state),
    tone: meeting === undefined ? 'default' : toneOf(meeting.state),
    network: meeting?.networkName ?? '',
    time: meeting === undefined ? '' : meetingTime(meeting, on),
    mayClaim: meeting?.may.includes('claim') ?? false,
    mayWithdraw: meeting?.may.includes('withdraw') ?? false,
    mayUndo: meeting?.may.includes('undo-not-there') ?? false,
    claim: stays ? back : about,
    answer: back,
  };
}

function queueOf(viewer: Viewer, { queue }: Reminder, on: string): CardObject {
  return {
    queueNetwork: queue?.networkName ?? '',
    waiting: queue?.count ?? 0,
    since: queue === undefined ? '' : shortDate(queue.since, on),
    supporting: queue?.supporting ?? false,
    next: queue?.next === undefined ? '' : shortDate(queue.next, on),
    showWaiting: show(viewer, 'waiting'),
  };
}
