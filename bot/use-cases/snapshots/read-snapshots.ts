import type { ActContext } from '../../domain/act-context.ts';
import * as contract from '../../contract/snapshot.ts';
import type { RoleName } from '../../domain/facts.ts';
import { firstDay } from '../../domain/first-day.ts';
import { BY_NOW, thingsAsKnown } from '../../domain/known.ts';
import { figureToday, type Counted } from '../../domain/measures/rules.ts';
import { may } from '../../domain/permissions.ts';
import { holdersOf } from '../../domain/roles.ts';
import { approversOf, freezersOf, snapshotMoves } from '../../domain/snapshots/judge-snapshot.ts';
import { reviewLines, reviewOn } from '../../domain/snapshots/regular-review.ts';
import {
  dayOfStep,
  moveTo,
  snapshotState,
  type Snapshot,
  type SnapshotPart,
} from '../../domain/snapshots/snapshot.ts';
import { londonDate } from '../../domain/time.ts';
import { readAsAt } from '../as-at.ts';
import { contextOf, type House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { frameworkLine } from '../framework.ts';
import type { Caller } from '../ports.ts';
import { readContent, readKnown } from './content.ts';

const kinds = ['snapshot', 'snapshot-part', 'regular-review'] as const;

/** An organisation's snapshots with whose turn it is, and when its reviews are next due. */
export async function snapshots(house: House, caller: Caller): Promise<Shown<contract.Snapshots>> {
  const read = await readAsAt(house, caller, {}, ['see-snapshots']);
  if (read.kind === 'refused') return read;
  const { frame, on, who } = read;
  const things = thingsAsKnown(await house.records.things(caller.organisation, kinds), BY_NOW);
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const first = firstDay(frame);
  return {
    kind: 'shown',
    view: {
      on,
      snapshots: things.snapshot
        .filter((snapshot) => snapshotState(snapshot) !== 'withdrawn')
        .toSorted((a, b) => (a.id > b.id ? -1 : 1))
        .map((snapshot) => inBrief(snapshot, things['snapshot-part'], context)),
      reviews: reviewLines.map((line) => {
        const { last, due, applied } = reviewOn(line, { things, frame }, on);
        return {
          line,
          framework: frameworkLine(line).directDeliverable,
          ...(last === undefined
            ? {}
            : {
                last: {
                  on: last.on,
                  ...(last.document === undefined ? {} : { document: last.document }),
                  ...(last.move === undefined ? {} : { move: `${line}~${last.move}` }),
                },
              }),
          due,
          ...(applied === undefined ? {} : { applied }),
        };
      }),
      ...(first !== undefined && may('draft-snapshot', who) ? { draftFrom: first } : {}),
      mayRecord: may('record-review', who),
    },
  };
}

/** One snapshot as it was written; where a line's rule has changed since, by both rules. */
export async function oneSnapshot(
  house: House,
  caller: Caller,
  id: string,
): Promise<Shown<contract.Snapshot> | { kind: 'refused'; because: 'no-such-snapshot' }> {
  const read = await readAsAt(house, caller, {}, ['see-snapshots']);
  if (read.kind === 'refused') return read;
  const things = await house.records.things(caller.organisation, kinds);
  const snapshot = things.snapshot.find((known) => known.id === id);
  if (snapshot === undefined) return { kind: 'refused', because: 'no-such-snapshot' };
  const parts = things['snapshot-part'];
  const context = contextOf(house, caller, { now: house.clock.now(), frame: read.frame });
  const { content, intact } = readContent(snapshot, parts);
  return {
    kind: 'shown',
    view: {
      ...inBrief(snapshot, parts, context),
      content,
      intact,
      otherRules: await otherRules(house, caller, snapshot, content),
    },
  };
}

/** Each line whose rule is another today: both figures, for the snapshot's own D and K. */
async function otherRules(
  house: House,
  caller: Caller,
  snapshot: Snapshot,
  content: contract.SnapshotContent,
): Promise<contract.Snapshot['otherRules']> {
  const known = await readKnown(house, caller, snapshot);
  return content.lines.flatMap(({ code, rule, n, of, ready }) => {
    const now = figureToday(code, known);
    return now === undefined || now.rule === rule
      ? []
      : [{ code, then: { rule, n, of, ready }, now: counted(now) }];
  });
}

function counted({ rule, n, of, ready }: Counted) {
  return { rule, n, of, ready };
}

function inBrief(
  snapshot: Snapshot,
  parts: readonly SnapshotPart[],
  context: ActContext,
): contract.SnapshotInBrief {
  const { id, on, known, sha256 } = snapshot;
  const words = moveTo(snapshot, 'feedback')?.words;
  const said = parts.find((part) => part.id === words);
  const next = nextOf(snapshot, context);
  return {
    id,
    on,
    known,
    state: contract.snapshotStates.find((state) => state === snapshotState(snapshot)) ?? 'drafted',
    sha256,
    steps: contract.snapshotStates.flatMap((state) => {
      const day = dayOfStep(snapshot, state);
      return day === undefined ? [] : [{ state, on: day }];
    }),
    ...(next === undefined ? {} : { next }),
    ...(said === undefined
      ? {}
      : { feedback: contract.feedbackSchema.parse(JSON.parse(said.text)) }),
    may: snapshotMoves(snapshot, context),
  };
}

/** What comes next and whose it is, as the verdicts see it. */
function nextOf(snapshot: Snapshot, context: ActContext): contract.SnapshotInBrief['next'] {
  const { actor, frame } = context;
  const on = londonDate(context.now);
  const whose = (people: readonly string[]) => {
    const inTurn = ['edi-lead', 'edi-sponsor', 'board-chair'] as const satisfies RoleName[];
    const role = inTurn.find((name) =>
      holdersOf(frame.roles, name, on).some((holder) => people.includes(holder)),
    );
    return { whose: role ?? ('nobody' as const), yours: people.includes(actor) };
  };
  const leads = holdersOf(frame.roles, 'edi-lead', on);
  switch (snapshotState(snapshot)) {
    case 'drafted':
      return { move: 'approve', ...whose(approversOf(snapshot, frame, on)) };
    case 'approved':
      return { move: 'freeze', ...whose(freezersOf(snapshot, frame, on)) };
    case 'frozen':
      return { move: 'submit', ...whose(leads) };
    case 'submitted':
      return { move: 'record-feedback', ...whose(leads) };
    case 'feedback':
    case 'withdrawn':
      return undefined;
  }
}
