import type { ActContext } from '../../domain/act-context.ts';
import type { Item } from '../../contract/agenda.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import { lastItemMove } from '../../domain/agenda/item-state.ts';
import {
  judgeEdit,
  judgeItem,
  judgeTakeBack,
  type MoveDetails,
  type Onward,
} from '../../domain/agenda/judge-item.ts';
import type { BoardMeeting } from '../../domain/facts.ts';
import { addDays, londonDate } from '../../domain/time.ts';

/** What somebody may do with an item now: asked of the verdicts themselves. */
export function mayDoWith(
  item: AgendaItem,
  open: readonly BoardMeeting[],
  context: ActContext,
): Item['may'] {
  const last = lastItemMove(item);
  const today = londonDate(context.now);
  const meeting = open.find(({ id }) => id !== last.meeting)?.id;
  const days = [addDays(today, 1), addDays(today, 2)];
  const until = days.find((day) => day !== last.until);
  const text = 'said';
  const may = (to: Onward, details: MoveDetails = {}): boolean =>
    judgeItem(item, to, details, context).kind === 'done';
  const acts: readonly (readonly [Item['may'][number], boolean])[] = [
    ['edit', judgeEdit(item, { title: text, text }, context).kind !== 'refused'],
    ['withdraw', may('withdrawn')],
    ['triage', may('triaged')],
    ['schedule', may('scheduled', { meeting })],
    ['discuss', may('discussed', { meeting: last.meeting, text })],
    ['defer', may('deferred', { until })],
    ['refer', may('sent-for-decline')],
    ['decline', may('declined', { text })],
    ['ask-review', may('review-asked')],
    ['feed-back', may('fed-back', { text })],
    ['acknowledge', may('acknowledged')],
    ['take-back', judgeTakeBack(item, context).kind === 'done'],
  ];
  return acts.flatMap(([act, allowed]) => (allowed ? [act] : []));
}
