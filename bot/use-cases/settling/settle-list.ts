import type { SettleList } from '../../contract/settle.ts';
import { correctionStands } from '../../domain/corrections.ts';
import type { Person } from '../../domain/facts.ts';
import { correctedMeaning } from '../../domain/grade.ts';
import { whyNotCorrector } from '../../domain/judge-settling.ts';
import { isAnswered, isSettled, waysOf } from '../../domain/settling.ts';
import { supervisorOn } from '../../domain/standing.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { readAsAt } from '../as-at.ts';
import { contextOf, type House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import type { Caller, SettleItem } from '../ports.ts';
import { correctionId } from './correct.ts';

/** What imports and first contacts left for the EDI lead to settle, and what was settled. */
export async function settleList(house: House, caller: Caller): Promise<Shown<SettleList>> {
  const read = await readAsAt(house, caller, {}, ['see-settle-list']);
  if (read.kind === 'refused') return read;
  const { frame, on } = read;
  const [items, { people }, { settlement: settlements }] = await Promise.all([
    house.imports.settleList(caller.organisation),
    house.records.people(caller.organisation),
    house.records.things(caller.organisation, ['settlement']),
  ]);
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const personOf = new Map(people.map((person) => [person.id, person]));
  const settledBy = new Map(settlements.map((settled) => [settled.id, settled]));
  const holder = ({ person }: SettleItem): Person | undefined =>
    person === undefined ? undefined : personOf.get(person);
  const open = items.filter(
    (item) =>
      !isSettled(settledBy.get(item.id)) &&
      !isAnswered(item, holder(item), frame.settings.gradeMap, on),
  );
  return {
    kind: 'shown',
    view: {
      on,
      items: open.map((item) => ({
        ...named(item, holder(item)),
        ...(item.file === undefined ? {} : { file: item.file }),
        ...(item.row === undefined ? {} : { row: item.row }),
        ...(item.person === undefined ? {} : { person: item.person }),
        ...(item.assignment === undefined ? {} : { assignment: item.assignment }),
        ...proposedOf(item, personOf, on),
        ways: whyNotCorrector([item.person], context) === undefined ? waysOf(item) : [],
      })),
      left: items
        .flatMap((item) => {
          const last = settledBy.get(item.id)?.moves.at(-1);
          if (last?.to !== 'left' || last.because === undefined) return [];
          const { because, at } = last;
          return { at, entry: { ...named(item, holder(item)), because, on: londonDate(at) } };
        })
        .toSorted(byNewest)
        .map(({ entry }) => entry),
      corrections: people
        .flatMap((person) => correctionsOf(person, personOf, context))
        .toSorted(byNewest)
        .map(({ entry }) => entry),
    },
  };
}

function named({ id, problem, detail }: SettleItem, person: Person | undefined) {
  return { id, problem, detail, ...(person === undefined ? {} : { name: nameOf(person) }) };
}

/** Named as long as they are on the staff list, beside whoever it names now. */
function proposedOf(
  { proposed, person }: SettleItem,
  personOf: ReadonlyMap<string, Person>,
  on: PlainDate,
) {
  const manager = proposed && personOf.get(proposed);
  if (!manager) return {};
  const of = person && personOf.get(person);
  const now = of && supervisorOn(of, on);
  const listed = now?.kind === 'named' ? personOf.get(now.supervisor) : undefined;
  return {
    proposed: {
      ...{ id: manager.id, name: nameOf(manager) },
      ...(listed === undefined ? {} : { instead: nameOf(listed) }),
    },
  };
}

function correctionsOf(
  person: Person,
  personOf: ReadonlyMap<string, Person>,
  context: Parameters<typeof whyNotCorrector>[1],
) {
  return (person.corrections ?? []).filter(correctionStands).map((correction) => {
    const { id, what, from, because, grade = '', supervisor = '', moves } = correction;
    const other = personOf.get(supervisor);
    const to = correctedMeaning(grade) ?? (other && nameOf(other));
    const { at } = moves[0];
    const entry = {
      ...{ id: correctionId(person.id, id), name: nameOf(person), what, from, because },
      ...(to === undefined ? {} : { to }),
      on: londonDate(at),
      mayTakeBack: whyNotCorrector([person.id, correction.supervisor], context) === undefined,
    };
    return { at, entry };
  });
}

function byNewest(a: { at: string }, b: { at: string }): number {
  return a.at < b.at ? 1 : -1;
}
