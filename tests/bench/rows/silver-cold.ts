import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { PersonId } from '../../../bot/domain/facts.ts';
import type { GoalMove } from '../../../bot/domain/goals/goal.ts';
import { addDays, addMonths, instantAt } from '../../../bot/domain/time.ts';
import type { PlainDate, PlainTime } from '../../../bot/domain/time.ts';
import type { Storage } from '../../../bot/storage/open.ts';
import { mapAtMost } from '../../../bot/use-cases/bounded.ts';
import type { ImportedFact, ImportKind } from '../../../bot/use-cases/ports.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import { median } from '../figures.ts';
import { generateTrust, leader, personFacts, type Leader } from '../generated-trust.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

const leaders = 1_500;
const years = 5;
const asked = 5;
/** Milliseconds. */
const patience = 500;
const on = '2027-02-28' as PlainDate;

const answerSchema = z.object({ milliseconds: z.number() });

/**
 * Silver at a day for 1,500 leaders with five years of facts, each time by a new process that has
 * read nothing yet; beside it the rows alone, read by such a process too.
 */
export async function silverCold(stage: Stage): Promise<Row[]> {
  const { storage, connection } = await stage.practice();
  const firstLeader = stage.leaders(leaders);
  const trust = await generateTrust(storage, {
    ...{ code: 'COLD', executives: 12, networks: 2, meetings: 40, firstLeader, linked: 1 },
  });
  const { organisation, executives } = trust;
  const others = Array.from({ length: leaders - 16 }, (_, index) =>
    leader(storage.imports.newPersonId(), firstLeader + 16 + index, organisation),
  );
  const [reader] = executives;
  if (reader === undefined) throw new Error('nobody to ask for');
  await bringYears(storage, organisation.code, reader, others);
  await agreeGoals(storage, [...executives, ...others]);

  const ask = async (what: 'figures' | 'rows'): Promise<number> => {
    const file = fileURLToPath(new URL('../silver-cold-process.ts', import.meta.url));
    // With room for young objects, as the bot has it.
    const execArgv = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=10'];
    const child = fork(file, [], { execArgv });
    const answered = once(child, 'message');
    const ended = once(child, 'exit');
    const { person } = reader.caller;
    child.send({ connection, offset: stage.offset, organisation, person, on, what });
    const early = ended.then(() => Promise.reject(new Error('it ended without an answer')));
    const [message]: unknown[] = await Promise.race([answered, early]);
    await ended;
    return answerSchema.parse(message).milliseconds;
  };
  const figures: number[] = [];
  const rows: number[] = [];
  for (let round = 0; round < asked; round += 1) {
    figures.push(await ask('figures'));
    rows.push(await ask('rows'));
  }
  return [
    atMost('Silver from cold, 1,500 leaders with five years of facts', {
      ...{ unit: 'ms', ours: median(figures), baseline: patience, against: 'half a second' },
      beside: { 'its raw reads, from cold': median(rows) },
    }),
  ];
}

/** A staff list and a course a year for each. */
async function bringYears(
  storage: Storage,
  code: string,
  lead: Leader,
  others: readonly Leader[],
): Promise<void> {
  const bring = async (kind: ImportKind, asAt: PlainDate, facts: ImportedFact[]) => {
    const file = { kind, asAt, sha256: `${code} ${kind} ${asAt}` };
    const opened = await storage.imports.open({ tenant: practice.tenant, code }, file);
    if (opened.kind === 'already') throw new Error('imported twice');
    await opened.staged.stage(facts);
    await opened.staged.commit('operator');
  };
  for (let year = 0; year < years; year += 1) {
    const asAt = addMonths('2022-04-02' as PlainDate, 12 * year);
    const lists = others.flatMap(personFacts).map((fact): ImportedFact => {
      if (fact.kind === 'assignment') return { ...fact, fact: { ...fact.fact, on: asAt } };
      return fact.kind === 'person' ? { ...fact, on: asAt } : fact;
    });
    await bring('roster', asAt, lists);
    const courses = others.map(({ caller: { person } }, row): ImportedFact => {
      return { kind: 'education', row, fact: { person, course: 'Inclusive leadership', on: asAt } };
    });
    await bring('education', asAt, courses);
  }
  const { person } = lead.caller;
  const from = '2022-04-02' as PlainDate;
  await bring('roles', from, [{ kind: 'role', fact: { role: 'edi-lead', person, on: from } }]);
}

/** A goal a year for each: drafted, agreed by both, and but for this year's concluded. */
async function agreeGoals(storage: Storage, people: readonly Leader[]): Promise<void> {
  await mapAtMost(20, people, async ({ caller: { organisation, person } }) =>
    storage.records.commit(organisation, {
      reads: [person],
      decide(book) {
        for (let year = 0; year < years; year += 1) {
          const start = addMonths('2022-04-01' as PlainDate, 12 * year);
          const due = addDays(addMonths(start, 12), -1);
          const moves = movesOf(person, start, year === years - 1 ? undefined : due);
          book.putOwn('goal', person, { id: start, person, year: start, due, moves });
        }
        book.enter({ act: 'goals', by: person, about: {} });
      },
    }),
  );
}

function movesOf(
  by: PersonId,
  start: PlainDate,
  due: PlainDate | undefined,
): readonly [GoalMove, ...GoalMove[]] {
  const at = (day: PlainDate) => instantAt(day, '10:00' as PlainTime, 'Europe/London');
  const may = at(addMonths(start, 1));
  const agreed = [
    { to: 'drafted', at: may, by, version: 1 },
    { to: 'agreed-by-leader', at: may, by, version: 1 },
    { to: 'agreed-by-manager', at: may, by, version: 1 },
  ] as const;
  if (due === undefined) return agreed;
  const outcome = 'achieved' as const;
  return [
    ...agreed,
    { to: 'proposed', at: at(due), by, outcome },
    { to: 'confirmed', at: at(due), by, outcome },
  ];
}
