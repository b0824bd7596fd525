import { refused, type ActContext } from '../act-context.ts';
import type { NetworkId, PersonId } from '../facts.ts';
import { may, type Permission } from '../permissions.ts';
import { holdersOf } from '../roles.ts';
import { addMonths, londonDate, type PlainDate } from '../time.ts';
import type { AgendaItem, ItemMove, ItemState } from './item.ts';
import { hasMet, itemState, lastItemMove, standingMoves } from './item-state.ts';
import { holdsNhsNumber, mostCharacters } from './item-words.ts';
import { isOfLastDay } from '../take-back.ts';

/** A row's property holds 32,000 characters. */
const MOST_KEPT = 28_000;

export type ItemRefusal =
  | 'no-such-item'
  | 'no-such-network'
  | 'not-your-network'
  | 'not-allowed'
  | 'not-yours'
  | 'too-late-to-undo'
  | 'title-missing'
  | 'title-too-long'
  | 'text-missing'
  | 'text-too-long'
  | 'words-too-long'
  | 'nhs-number'
  | 'not-triaged-yet'
  | 'triaged-already'
  | 'item-moved-on'
  | 'item-full'
  | 'no-such-board-meeting'
  | 'board-has-met'
  | 'papers-closed'
  | 'board-not-yet-met'
  | 'not-of-that-network'
  | 'day-not-ahead'
  | 'day-too-far-ahead'
  | 'one-review-only';

export type ItemVerdict =
  | { kind: 'done'; item: AgendaItem }
  | { kind: 'already'; item: AgendaItem }
  | { kind: 'refused'; because: ItemRefusal };

export interface ItemWords {
  readonly title: string;
  readonly text: string;
  /** They have looked at the ten digits, and it is no patient's number. */
  readonly confirmNumber?: boolean | undefined;
  readonly seen?: number | undefined;
}

/** What a move says beside where it leads. */
export interface MoveDetails {
  readonly meeting?: string | undefined;
  readonly until?: PlainDate | undefined;
  readonly text?: string | undefined;
  readonly attended?: PersonId | undefined;
  readonly confirmNumber?: boolean | undefined;
  /** How many moves it had when its buttons were drawn: somebody may have moved it since. */
  readonly seen?: number | undefined;
}

/** Where each move leads from, and whose it is. */
const ways = {
  withdrawn: { by: 'raise-item', from: ['raised'] },
  triaged: { by: 'place-item', from: ['raised'] },
  scheduled: {
    by: 'place-item',
    from: ['triaged', 'scheduled', 'deferred', 'sent-for-decline', 'review-asked'],
  },
  deferred: {
    by: 'place-item',
    from: ['triaged', 'scheduled', 'deferred', 'sent-for-decline', 'review-asked'],
  },
  'sent-for-decline': {
    by: 'place-item',
    from: ['triaged', 'deferred', 'review-asked'],
  },
  declined: {
    by: 'decline-item',
    from: ['triaged', 'deferred', 'sent-for-decline', 'review-asked'],
  },
  'review-asked': { by: 'raise-item', from: ['declined'] },
  discussed: { by: 'place-item', from: ['scheduled'] },
  'fed-back': { by: 'place-item', from: ['discussed'] },
  acknowledged: { by: 'raise-item', from: ['fed-back'] },
} as const satisfies Partial<Record<ItemState, { by: Permission; from: readonly ItemState[] }>>;
export type Onward = keyof typeof ways;

/** A chair or deputy wants the board to hear something. The same words twice are one item. */
export function judgeRaise(
  asked: ItemWords & { id: string; network: string },
  before: readonly AgendaItem[],
  context: ActContext,
): ItemVerdict {
  const { frame, tap } = context;
  const network = frame.networks.find(({ id }) => id === asked.network)?.id;
  if (network === undefined) return refused('no-such-network');
  if (!mayDo('raise-item', network, context)) return refused('not-your-network');
  const tapped = before.find(({ moves }) => moves.some((move) => isTap(move, tap)));
  if (tapped !== undefined) return { kind: 'already', item: tapped };
  const fault = faultOf(asked);
  if (fault !== undefined) return refused(fault);
  const { id } = asked;
  const [title, text] = [asked.title.trim(), asked.text.trim()];
  const same = before.find(
    (item) =>
      item.network === network &&
      item.title === title &&
      item.text === text &&
      itemState(item) !== 'withdrawn',
  );
  if (same !== undefined) return { kind: 'already', item: same };
  return { kind: 'done', item: { id, network, title, text, moves: [moveTo('raised', context)] } };
}

/** Other words, as long as the board secretary has not taken it on. */
export function judgeEdit(item: AgendaItem, asked: ItemWords, context: ActContext): ItemVerdict {
  const not = whyNot('raise-item', item, context);
  if (not !== undefined) return refused(not);
  const fault = faultOf(asked);
  if (fault !== undefined) return refused(fault);
  const [title, text] = [asked.title.trim(), asked.text.trim()];
  if (wasTapped(item, context) || (item.title === title && item.text === text)) {
    return { kind: 'already', item };
  }
  if (itemState(item) !== 'raised') return refused('triaged-already');
  if (isStale(item, asked)) return refused('item-moved-on');
  return onward({ ...item, title, text }, moveTo('edited', context));
}

/** Moves an item on. Read from top to bottom: whose it is, whether it is done, where it stands. */
export function judgeItem(
  item: AgendaItem,
  to: Onward,
  details: MoveDetails,
  context: ActContext,
): ItemVerdict {
  const { by, from } = ways[to];
  const not = whyNot(by, item, context);
  if (not !== undefined) return refused(not);
  if (wasTapped(item, context)) return { kind: 'already', item };
  const text = details.text?.trim();
  const { meeting, until, attended } = details;
  const last = lastItemMove(item);
  if (
    last.to === to &&
    last.meeting === meeting &&
    last.until === until &&
    last.text === text &&
    last.attended === attended
  ) {
    return { kind: 'already', item };
  }
  const leads: readonly ItemState[] = from;
  if (!leads.includes(last.to)) {
    if (last.to === 'raised') return refused('not-triaged-yet');
    return refused(to === 'withdrawn' ? 'triaged-already' : 'item-moved-on');
  }
  if (isStale(item, details)) return refused('item-moved-on');
  const fault = faultOfMove(item, to, { ...details, text }, context);
  if (fault !== undefined) return refused(fault);
  return onward(item, {
    ...moveTo(to, context),
    ...(meeting === undefined ? {} : { meeting }),
    ...(until === undefined ? {} : { until }),
    ...(text === undefined ? {} : { text }),
    ...(attended === undefined ? {} : { attended }),
  });
}

/** Whoever made the last move takes it back within a day; what was raised is withdrawn instead. */
export function judgeTakeBack(item: AgendaItem, context: ActContext): ItemVerdict {
  const { actor, now } = context;
  // Once it is taken back the move before it stands, which may be somebody else's to take back.
  const seen = whyNot('see-item', item, context);
  if (seen !== undefined) return refused(seen);
  if (wasTapped(item, context)) return { kind: 'already', item };
  const last = lastItemMove(item);
  const by = last.to === 'raised' ? 'raise-item' : ways[last.to].by;
  const not = whyNot(by, item, context);
  if (not !== undefined) return refused(not);
  if (last.to === 'raised') return refused('item-moved-on');
  if (last.by !== actor) return refused('not-yours');
  if (!isOfLastDay(last.at, now)) return refused('too-late-to-undo');
  return onward(item, moveTo('taken-back', context));
}

function faultOfMove(
  item: AgendaItem,
  to: Onward,
  { meeting: id, until, text, attended, confirmNumber }: MoveDetails,
  { frame, now }: ActContext,
): ItemRefusal | undefined {
  const today = londonDate(now);
  const meeting = frame.boardMeetings.find((known) => known.id === id);
  switch (to) {
    case 'scheduled':
      if (meeting === undefined) return 'no-such-board-meeting';
      if (hasMet(meeting, now)) return 'board-has-met';
      return meeting.papersDue < today ? 'papers-closed' : undefined;
    case 'deferred':
      if (until === undefined || until <= today) return 'day-not-ahead';
      return until > addMonths(today, 18) ? 'day-too-far-ahead' : undefined;
    case 'discussed': {
      if (meeting === undefined) return 'no-such-board-meeting';
      const raisedOn = londonDate(item.moves[0].at);
      if (!hasMet(meeting, now) || meeting.date < raisedOn) return 'board-not-yet-met';
      if (attended !== undefined && !isOfNetwork(attended, item.network, meeting.date, frame)) {
        return 'not-of-that-network';
      }
      return faultOfText(text, mostCharacters.minute, confirmNumber);
    }
    case 'declined':
      return faultOfText(text, mostCharacters.reason, confirmNumber);
    case 'fed-back':
      return faultOfText(text, mostCharacters.text, confirmNumber);
    case 'review-asked': {
      const before = standingMoves(item).some((move) => move.to === 'review-asked');
      return before ? 'one-review-only' : undefined;
    }
    default:
      return undefined;
  }
}

/** Its chair or deputy on that day. */
export function isOfNetwork(
  person: PersonId,
  network: NetworkId,
  on: PlainDate,
  { roles }: ActContext['frame'],
): boolean {
  return (['network-chair', 'network-deputy'] as const).some((role) =>
    holdersOf(roles, role, on, { network }).includes(person),
  );
}

function faultOf({ title, text, confirmNumber }: ItemWords): ItemRefusal | undefined {
  if (title.trim() === '') return 'title-missing';
  if (text.trim() === '') return 'text-missing';
  if (title.trim().length > mostCharacters.title) return 'title-too-long';
  if (text.trim().length > mostCharacters.text) return 'text-too-long';
  const warned = confirmNumber !== true && (holdsNhsNumber(title) || holdsNhsNumber(text));
  return warned ? 'nhs-number' : undefined;
}

function faultOfText(
  text: string | undefined,
  most: number,
  confirmed: boolean | undefined,
): ItemRefusal | undefined {
  if (text === undefined || text === '') return 'text-missing';
  if (text.length > most) return 'words-too-long';
  return confirmed !== true && holdsNhsNumber(text) ? 'nhs-number' : undefined;
}

/** Whoever may not see an item is told that there is none. */
function whyNot(
  permission: Permission,
  { network }: AgendaItem,
  context: ActContext,
): 'no-such-item' | 'not-allowed' | undefined {
  if (!mayDo('see-item', network, context)) return 'no-such-item';
  return mayDo(permission, network, context) ? undefined : 'not-allowed';
}

function mayDo(
  permission: Permission,
  network: NetworkId,
  { actor, frame, now }: ActContext,
): boolean {
  return may(permission, { person: actor, roles: frame.roles, on: londonDate(now) }, { network });
}

function onward(item: AgendaItem, move: ItemMove): ItemVerdict {
  const moved: AgendaItem = { ...item, moves: [...item.moves, move] };
  if (JSON.stringify(moved).length > MOST_KEPT) return refused('item-full');
  return { kind: 'done', item: moved };
}

function moveTo(to: ItemMove['to'], { actor, now, tap }: ActContext): ItemMove {
  return { to, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

function isStale({ moves }: AgendaItem, { seen }: { seen?: number | undefined }): boolean {
  return seen !== undefined && seen !== moves.length;
}

function wasTapped({ moves }: AgendaItem, { tap }: ActContext): boolean {
  return moves.some((move) => isTap(move, tap));
}

function isTap(move: ItemMove, tap: string | undefined): boolean {
  return tap !== undefined && move.tap === tap;
}
