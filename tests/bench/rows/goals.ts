import { performance } from 'node:perf_hooks';
import { englandsBankHolidays } from '../../../bot/domain/bank-holidays.ts';
import type { OrganisationRef, PersonId } from '../../../bot/domain/facts.ts';
import { isAgreed } from '../../../bot/domain/goals/goal.ts';
import type { PlainDate } from '../../../bot/domain/time.ts';
import { openPacks } from '../../../bot/evidence/open.ts';
import { readers } from '../../../bot/roster/readers.ts';
import { openStorage, type Storage } from '../../../bot/storage/open.ts';
import type { House } from '../../../bot/use-cases/context.ts';
import type { Act } from '../../../bot/contract/acts.ts';
import { mapAtMost } from '../../../bot/use-cases/bounded.ts';
import { perform } from '../../../bot/use-cases/perform.ts';
import type { Caller, ImportedFact } from '../../../bot/use-cases/ports.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import { atLeast, atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

const managers = 100;
const leadersEach = 15;
/** Of the drafts before it, which are not measured. */
const atOnce = 20;
/** [ours] Milliseconds after which somebody would tap again. */
const patience = 2_000;
/** The appraisal year of the stage's day. */
const year = '2026-04-01' as PlainDate;

/**
 * A goal for each of 1,500 leaders, agreed one by one by 100 managers at once in one organisation,
 * through two processes' lanes; beside the same managers with a transaction for each move.
 */
export async function goals(stage: Stage): Promise<Row[]> {
  const ours = await side(stage, { code: 'GOALS', each: leadersEach, processes: 2 });
  const baseline = await side(stage, { code: 'GOALS-SINGLE', each: 2, processes: 1, most: 1 });
  const against = 'one transaction each';
  const many = managers * leadersEach;
  return [
    atLeast(`${many} goals agreed by ${managers} managers at once`, 1, {
      unit: 'a second',
      ours: ours.rate,
      baseline: baseline.rate,
      against,
      beside: { lost: many - ours.agreed, faults: ours.faults },
    }),
    atMost('one of them, the slowest in a hundred', {
      unit: 'ms',
      ours: ours.p99,
      baseline: patience,
      against: 'what a tap is waited for',
      beside: { p50: ours.p50, 'p99 of one process, one transaction each': baseline.p99 },
    }),
  ];
}

async function side(
  stage: Stage,
  shape: { code: string; each: number; processes: number; most?: number },
) {
  const { connection } = await stage.azurite();
  const { clock } = stage;
  const given = { clock, ...(shape.most === undefined ? {} : { most: shape.most }) };
  const storages = Array.from({ length: shape.processes }, () =>
    openStorage({ kind: 'connection', text: connection }, given),
  );
  const [storage] = storages;
  if (storage === undefined) throw new Error('at least one process');
  await storage.prepare();
  const organisation = { tenant: practice.tenant, code: shape.code };
  const staff = await bringStaff(storage, organisation, shape.each, stage);
  const houses = storages.map((one): House => ({
    ...one,
    clock,
    isBankHoliday: englandsBankHolidays(),
    changed: () => undefined,
    tenants: [practice.tenant],
    readers,
    packs: openPacks('0.0.0'),
  }));
  const [house] = houses;
  if (house === undefined) throw new Error('at least one process');
  const act = async (at: number, caller: Caller, asked: Act): Promise<void> => {
    const [answer] = await perform(houses[at % houses.length] ?? house, caller, asked);
    if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
  };
  await mapAtMost(atOnce, staff, async ({ leaders }) => {
    for (const person of leaders) {
      const data = { text: 'A goal.', agree: true };
      await act(0, { organisation, person }, { verb: 'draft-goal', data });
    }
  });

  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    staff.map(async ({ manager, leaders }, at) => {
      for (const leader of leaders) {
        const from = performance.now();
        const data = { texts: [`${leader}~${year}~1`] };
        await act(at, { organisation, person: manager }, { verb: 'agree-goal', data });
        took.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const { people } = await storage.records.people(organisation);
  const agreed = people.filter(({ goals: [goal] }) => goal && isAgreed(goal.moves)).length;
  const { faults } = await storage.auditor.verify(organisation);
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.ceil(took.length * share) - 1] ?? Number.NaN;
  return {
    rate: took.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    agreed,
    faults: faults.length,
  };
}

async function bringStaff(
  storage: Storage,
  organisation: OrganisationRef,
  each: number,
  stage: Stage,
) {
  await storage.organisations.add(organisation, {
    name: `Generated Trust ${organisation.code}`,
    yearStartMonth: 4,
    attendanceTarget: 4,
    gradeMap: { VSM: 'VSM' },
  });
  const first = stage.leaders(managers * (each + 1));
  let number = first;
  const staff = Array.from({ length: managers }, () => ({
    manager: storage.imports.newPersonId(),
    leaders: Array.from({ length: each }, () => storage.imports.newPersonId()),
  }));
  const facts = staff.flatMap(({ manager, leaders }) => [
    ...personFacts(manager, number++),
    ...leaders.flatMap((leader) => personFacts(leader, number++, manager)),
  ]);
  const file = { kind: 'roster', asAt: year, sha256: `${organisation.code} roster` } as const;
  const opened = await storage.imports.open(organisation, file);
  if (opened.kind === 'already') throw new Error('imported twice');
  await opened.staged.stage(facts);
  await opened.staged.commit('operator');
  return staff;
}

function personFacts(person: PersonId, number: number, supervisor?: PersonId): ImportedFact[] {
  const digits = String(number).padStart(5, '0');
  const on = '2019-04-01' as PlainDate;
  return [
    {
      kind: 'person',
      person,
      staffNumber: digits,
      givenName: 'Leader',
      familyName: digits,
      email: `leader.${digits}@generated.example`,
      on,
    },
    {
      kind: 'assignment',
      person,
      fact: {
        on,
        assignment: `${digits}-1`,
        title: 'Director',
        directorate: 'Trust Board',
        grade: 'ZZ|VSM|Very Senior Manager|',
        primary: true,
        away: false,
        start: on,
        ...(supervisor === undefined ? {} : { supervisor }),
      },
    },
  ];
}
