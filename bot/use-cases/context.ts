import type { ActContext } from '../domain/act-context.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { londonDate } from '../domain/time.ts';
import type { IsBankHoliday } from '../domain/working-days.ts';
import type { Packs } from './evidence/pack-facts.ts';
import type {
  Auditor,
  Book,
  Caller,
  Changed,
  Clock,
  Directory,
  Entra,
  Feeds,
  Files,
  Imports,
  Reach,
  Records,
} from './ports.ts';
import type { NudgeQueue, Nudges } from './nudge-ports.ts';
import type { Readers } from './readers.ts';

/** What use cases stand on. */
export interface House {
  readonly records: Records;
  readonly directory: Directory;
  readonly imports: Imports;
  readonly feeds: Feeds;
  readonly files: Files;
  /** What reads a chair's own file of meetings. */
  readonly readers: Pick<Readers, 'meetings'>;
  /** What became of reminders, and whom they reach. */
  readonly nudges: Pick<Nudges, 'ofOrganisation'>;
  readonly queue: Pick<NudgeQueue, 'asideNow'>;
  readonly reach: Reach;
  readonly auditor: Pick<Auditor, 'headAt'>;
  /** What makes an evidence pack of its facts. */
  readonly packs: Packs;
  readonly clock: Clock;
  readonly isBankHoliday: IsBankHoliday;
  readonly changed: Changed;
  /** Where an organisation lets the app ask Entra; left out, nobody is offered it. */
  readonly entra?: Entra;
  /** The tenants that may use this deployment. */
  readonly tenants: readonly string[];
}

/** What a verdict needs to know of the act: who, when, on what is known then. */
export function contextOf(
  house: House,
  caller: Caller,
  book: Pick<Book, 'now' | 'frame'>,
  tap?: string,
): ActContext {
  return {
    actor: caller.person,
    now: book.now,
    frame: frameAsKnown(book.frame, BY_NOW, londonDate(book.now)),
    isBankHoliday: house.isBankHoliday,
    ...(tap === undefined ? {} : { tap }),
  };
}
