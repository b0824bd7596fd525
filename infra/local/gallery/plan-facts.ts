import framework from '../../../bot/domain/framework.json' with { type: 'json' };
import type { OwnPlan, Plan, PlanLine } from '../../../bot/contract/plan.ts';

/** The words of a supporting action of Silver, verbatim. */
function words(id: string): string {
  const actions = framework.levels.flatMap(({ items }) =>
    items.flatMap(({ supportingActions }) => supportingActions),
  );
  return actions.find((action) => action.id === id)?.text ?? '';
}

const silver = (id: string) => ({ id, level: 'silver' as const, text: words(id) });

/** A line of the practice trust's plan, on 9 April 2026. */
export function planLine(differs: Partial<PlanLine> = {}): PlanLine {
  return {
    id: '20260401083000000-1',
    framework: silver('S1.b'),
    action: 'Publish targets for each band, with a trajectory to 2029',
    owner: { id: 'p-okafor', name: 'Aoife Okafor' },
    timescale: 'Six months',
    target: '2026-04-20',
    passed: false,
    state: 'open',
    history: [{ step: 'planned', on: '2026-04-01', by: 'Zainab Khan' }],
    seen: 1,
    may: ['begin', 'progress', 'involve'],
    ...differs,
  };
}

export const involved = planLine({
  state: 'in-progress',
  progress: { text: 'Targets are drafted for bands 8a to 9.', on: '2026-04-07' },
  involvement: {
    network: 'race',
    networkName: 'Race Equality Network',
    text: 'Wrote the targets with us at two meetings.',
    state: 'waiting',
    on: '2026-04-08',
    asked: 3,
  },
  history: [
    { step: 'planned', on: '2026-04-01', by: 'Zainab Khan' },
    { step: 'begun', on: '2026-04-02', by: 'Aoife Okafor' },
    {
      ...{ step: 'progress', on: '2026-04-07', by: 'Aoife Okafor' },
      text: 'Targets are drafted for bands 8a to 9.',
    },
    {
      ...{ step: 'involved', on: '2026-04-08', by: 'Aoife Okafor' },
      ...{ text: 'Wrote the targets with us at two meetings.' },
      networkName: 'Race Equality Network',
    },
  ],
  seen: 4,
  may: ['progress', 'involve', 'take-back'],
});

/** The same line, as the network's chair is asked about it. */
export const asked: PlanLine = { ...involved, may: ['confirm', 'question'] };

export const networks = [
  { id: 'race', name: 'Race Equality Network' },
  { id: 'wellbeing', name: 'Disability and Wellbeing Network' },
];

const b3 = framework.levels[0]?.items[2];

/** Three lines, as the EDI lead sees them. */
export const actionPlan: Plan = {
  on: '2026-04-09',
  columns: framework.actionPlanColumns,
  lines: [
    planLine({
      id: '20260401083000000-3',
      framework: { id: 'B3', level: 'bronze', text: b3?.directDeliverable ?? '' },
      action: 'Publish our stretch goal',
      owner: { name: 'Communications team' },
      target: '2026-03-31',
      passed: true,
      state: 'in-progress',
      comments: 'Waits for the annual report.',
      may: ['edit', 'progress', 'involve', 'remove'],
    }),
    { ...involved, may: ['edit', 'progress', 'involve', 'remove'] },
    planLine({
      id: '20260401083000000-2',
      framework: silver('S1.c'),
      action: 'Offer six secondments a year',
      owner: { id: 'p-hargreaves', name: 'Gareth Hargreaves' },
      target: '2026-09-30',
      state: 'done',
      may: ['reopen'],
    }),
  ],
  networks,
  without: [
    { ...silver('S5.a'), developmentArea: true },
    { ...silver('S2.a'), developmentArea: false },
  ],
};

export const ownPlan: OwnPlan = {
  on: '2026-04-09',
  lines: [involved],
  involvements: [asked],
  networks,
};
