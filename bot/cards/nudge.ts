import { meetingTime, shortDate } from '../contract/dates.ts';
import type { MyMeeting, Page, Reminders } from '../contract/views.ts';
import { show, tabLink, type Viewer } from './card.ts';
import { lineReviewBlock } from './assessment/nudge-block.ts';
import { mentoringBlock } from './mentoring/nudge.ts';
import { planBlock } from './plan/nudge-block.ts';
import { pledgeBlock } from './pledges/nudge-block.ts';
import { goalsBlock } from './goals/nudge.ts';
import { reviewBlock } from './snapshots/nudge-block.ts';
import { quarterPaperBlock } from './board/nudge-block.ts';
import nudgeTemplate from './nudge.json' with { type: 'json' };
import { paceBlock, unbookedBlock } from './attendance-nudge.ts';
import { newsOf } from './news.ts';
import { compile, render, type Card, type CardData, type CardObject } from './render.ts';
import { awaitedWords, nudgeWords, pageLinkWords, stateWords, withdrawWords } from './words.ts';
import { isAboutItem, itemBlock } from './agenda/reminder.ts';

const fill = compile(nudgeTemplate);

type Reminder = Reminders['reminders'][number];

/** Reminders on one card: three buttons each, and never more than six in all. */
const mostOnACard = 2;

/** What the bot says unprompted: each with why it came and its answer as buttons. */
export function nudgeCard(viewer: Viewer, { on, reminders }: Reminders, nudges: string): Card {
  const items = reminders.slice(0, mostOnACard).map((reminder, index) => {
    const one = reminders.length === 1;
    const news = newsOf(reminder, on, { organisation: viewer.organisation, back: 'nudge', nudges });
    const area = areaOf(viewer, reminder, on);
    return {
      ...common(viewer, reminder, on, nudges),
      ...meetingOf(viewer, heldMeeting(reminder), on, { nudges, stays: !one }),
      ...queueOf(viewer, reminder, on),
      ...news,
      ...area,
      title: news.heading || area.areaTitle || titleOf(reminder),
      one,
      first: index === 0,
    };
  });
  const [first] = reminders;
  // Of several, no page is the one to open: none is offered.
  const page = first === undefined ? 'commitments' : pageOf(viewer, first, on);
  const data = {
    count: items.length,
    said:
      items.length === 0 ? nudgeWords.nothing : items.map(({ title }) => spoken(title)).join(' '),
    items,
    link: tabLink(viewer, page),
    linkTitle: pageLinkWords(page),
  };
  return render(fill, data, viewer, { view: 'nudge', params: { nudges } });
}

/** What a reminder of one of the areas says, in a template that they share. */
export interface Block {
  readonly title: string;
  readonly text?: string;
  /** Why it came, and when the next would. */
  readonly why?: string;
  /** The card on which it is answered. */
  readonly open?: { readonly title: string; readonly show: CardData };
  /** Where the tab has the same. */
  readonly page: Page;
  /** To somebody who lends a hand: it can't be put off. */
  readonly supporting?: boolean;
}

/** What each area says, by what the reminder is about. */
function blockOf(viewer: Viewer, reminder: Reminder, on: string): Block | undefined {
  if (reminder.pledge !== undefined) return pledgeBlock(viewer, reminder, on);
  if (reminder.kind === 'plan-line-due' || reminder.kind === 'involvement-waiting') {
    return planBlock(viewer, reminder, on);
  }
  if (reminder.kind === 'in-private') return mentoringBlock(viewer, reminder);
  if (reminder.kind === 'own-goal' || reminder.kind === 'team-goals') {
    return goalsBlock(viewer, reminder, on);
  }
  if (reminder.kind === 'quarter-paper') return quarterPaperBlock(viewer, reminder, on);
  if (reminder.kind === 'meeting-unbooked') return unbookedBlock(viewer, reminder, on);
  if (reminder.kind === 'coverage-pace') return paceBlock(viewer, reminder, on);
  if (reminder.kind === 'line-review') return lineReviewBlock(reminder, on);
  if (reminder.kind === 'feedback-due' || reminder.kind === 'yearly-review') {
    return reviewBlock(reminder, on);
  }
  if (isAboutItem(reminder)) return itemBlock(viewer, reminder, on);
  return undefined;
}

/** Of a meeting that was held, or of claims; the others have a heading of their own. */
function titleOf({ kind, due, meeting, queue }: Reminder): string {
  if (kind === 'claims-waiting') {
    const { count = 0, supporting = false } = queue ?? {};
    if (!due) return nudgeWords.answered;
    if (supporting) return nudgeWords.hand;
    return count === 1 ? nudgeWords.oneClaim : nudgeWords.claims.replace('#', String(count));
  }
  if (due) return nudgeWords.wereYouThere;
  if (meeting?.state === 'not-there') return nudgeWords.notThere;
  return meeting === undefined ? nudgeWords.answered : stateWords(meeting);
}

function spoken(title: string): string {
  return title.endsWith('?') ? title : `${title}.`;
}

function areaOf(viewer: Viewer, reminder: Reminder, on: string) {
  const block = blockOf(viewer, reminder, on);
  return {
    areaTitle: block?.title ?? '',
    areaText: block?.text ?? '',
    areaWhy: block?.why ?? '',
    areaOpen: block?.open?.title ?? '',
    areaShow: block?.open?.show ?? {},
    ...(block?.supporting === true ? { supporting: true } : {}),
  };
}

function pageOf(viewer: Viewer, reminder: Reminder, on: string): Page {
  const usual = reminder.kind === 'claims-waiting' ? 'network' : 'commitments';
  return blockOf(viewer, reminder, on)?.page ?? usual;
}

function common(viewer: Viewer, reminder: Reminder, on: string, nudges: string) {
  const { organisation } = viewer;
  const { nudge, kind, due, muted, snoozedUntil, again = false } = reminder;
  const back = { organisation, back: 'nudge', nudges };
  return {
    kind,
    due,
    muted,
    again,
    snoozed: snoozedUntil === undefined ? '' : shortDate(snoozedUntil, on),
    tomorrow: { ...back, nudge, until: 'tomorrow' },
    kindOf: { ...back, kind },
  };
}

/** One that nobody has booked is told in its own words. */
function heldMeeting({ kind, meeting }: Reminder): MyMeeting | undefined {
  return kind === 'meeting-unbooked' ? undefined : meeting;
}

/** A card of one reminder goes on to its claim, where it can be undone; one of several stays. */
function meetingOf(
  { organisation }: Viewer,
  meeting: MyMeeting | undefined,
  on: string,
  { nudges, stays }: { nudges: string; stays: boolean },
): CardObject {
  // The reminders go with the answer, so that the log shows what came of them.
  const about = { organisation, meeting: meeting?.id ?? '', nudges };
  const back = { ...about, back: 'nudge' };
  return {
    state: meeting?.state ?? '',
    awaited: awaitedWords(meeting?.awaits),
    network: meeting?.networkName ?? '',
    time: meeting === undefined ? '' : timeOf(meeting, on),
    mayClaim: meeting?.may.includes('claim') ?? false,
    mayWithdraw: meeting?.may.includes('withdraw') ?? false,
    withdraw: meeting === undefined ? '' : withdrawWords(meeting.state),
    mayUndo: meeting?.may.includes('undo-not-there') ?? false,
    claim: stays ? back : about,
    answer: back,
  };
}

/** Of a meeting kept for members its day is told, and no more. */
function timeOf(meeting: MyMeeting, on: string): string {
  return meeting.state === 'members-only' ? shortDate(meeting.date, on) : meetingTime(meeting, on);
}

function queueOf(viewer: Viewer, { queue }: Reminder, on: string): CardObject {
  return {
    queueNetwork: queue?.instead === undefined ? (queue?.networkName ?? '') : '',
    instead: insteadWords(queue),
    waiting: queue?.count ?? 0,
    since: queue === undefined ? '' : shortDate(queue.since, on),
    supporting: queue?.supporting ?? false,
    next: queue?.next === undefined ? '' : shortDate(queue.next, on),
    showWaiting: show(viewer, 'waiting'),
  };
}

/** To whoever decides in place of a network's chair: there is nobody to have a word with. */
function insteadWords(queue: Reminder['queue']): string {
  if (queue?.instead === undefined) return '';
  return nudgeWords.instead[queue.instead].replace('#', queue.networkName);
}
