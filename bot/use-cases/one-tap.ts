import { createHash } from 'node:crypto';
import type { Act } from '../contract/acts.ts';
import { mapAtMost } from './bounded.ts';
import type { House } from './context.ts';
import type { ActOutcome } from './doors.ts';
import type { Book, Move } from './ports.ts';

/** Beside others' acts, so that none waits long. */
const atOnce = 20;

/** Found within a move: nothing of it is kept. */
class TapUsedBefore extends Error {
  override readonly name = 'TapUsedBefore';
}

/**
 * One tap is one act: the same again is the same, the same tap with anything else is refused. What
 * it asked for is kept with the tap, in so few letters that nobody can tell the words from them.
 * Of several things at once each is an act of its own.
 */
export async function onceForTap(
  house: House,
  act: Act,
  run: (house: House, act: Act) => Promise<ActOutcome[]>,
): Promise<ActOutcome[]> {
  const { tap } = act.data;
  if (tap === undefined) return run(house, act);
  const answers = await mapAtMost(atOnce, eachOf(act), (one) => runOne(house, one, tap, run));
  return answers.flat();
}

async function runOne(
  house: House,
  { subject, act }: { subject: string; act: Act },
  tap: string,
  run: (house: House, act: Act) => Promise<ActOutcome[]>,
): Promise<ActOutcome[]> {
  const marked = `${tap}~${markOf(act)}`;
  const records: House['records'] = {
    ...house.records,
    commit: (organisation, move) =>
      house.records.commit(organisation, {
        ...move,
        decide(book) {
          const taps = tapsIn(book, move);
          if (taps.some((known) => known !== marked && known.startsWith(`${tap}~`))) {
            throw new TapUsedBefore();
          }
          return move.decide(book);
        },
      }),
  };
  try {
    return await run({ ...house, records }, withData(act, { tap: marked }));
  } catch (error) {
    if (!(error instanceof TapUsedBefore)) throw error;
    return [{ subject, outcome: { kind: 'refused', because: 'tap-used-before' } }];
  }
}

/** All taps on what the move may write. */
function tapsIn(book: Book, { reads, things = [] }: Move<unknown>): string[] {
  const people = reads.flatMap((id) => book.person(id) ?? []);
  const moved: readonly { readonly moves: readonly { readonly tap?: string }[] }[] = [
    ...people.flatMap(({ goals, education, pledges, corrections, namedManager }) => [
      ...goals,
      ...education,
      ...pledges,
      ...(corrections ?? []),
      ...(namedManager === undefined ? [] : [namedManager]),
    ]),
    ...things.flatMap((kind) => [...book.things(kind)]),
  ];
  const { settings, networks } = book.frame;
  return [
    ...moved.flatMap(({ moves }) => moves),
    ...(settings.changes ?? []),
    ...networks.flatMap(({ changed }) => changed ?? []),
  ].flatMap(({ tap }) => tap ?? []);
}

/** The act for each of the things that it lists; as it is where it lists none. */
function eachOf(act: Act): { subject: string; act: Act }[] {
  const { organisation: _, tap: __, ...named } = act.data;
  for (const [name, value] of Object.entries<unknown>(named)) {
    if (!Array.isArray(value)) continue;
    return [...new Set(value.map(String))].map((subject) => ({
      subject,
      act: withData(act, { [name]: [subject] }),
    }));
  }
  const [first] = Object.values<unknown>(named);
  return [{ subject: typeof first === 'string' ? first : act.verb, act }];
}

function markOf({ verb, data }: Act): string {
  const { organisation: _, tap: __, ...said } = data;
  const sorted = Object.entries<unknown>(said).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256')
    .update(JSON.stringify([verb, sorted]))
    .digest('hex');
  return hash.slice(0, 4);
}

/** Another value of the same shape. */
function withData(act: Act, changed: object): Act {
  return { ...act, data: { ...act.data, ...changed } } as Act;
}
