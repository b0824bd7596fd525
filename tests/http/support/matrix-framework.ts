import type { AssessmentVerb } from '../../../bot/contract/assessment.ts';
import type { PlanVerb } from '../../../bot/contract/plan.ts';
import { RACE } from '../../support/small-trust.ts';
import {
  words,
  document,
  evidenceOf,
  readied,
  plan,
  planLine,
  involved,
  agreedWith,
  closed,
  boards,
  told,
  ofPlan,
  ofCarrier,
  ofCarrierWithNetwork,
  ofAsked,
  ofCouncil,
  type Row,
} from './matrix-ways.ts';

/** Evidence of the framework's lines, and the plan. */
export const frameworkRows: { readonly [V in AssessmentVerb | PlanVerb]: Row<V> } = {
  'keep-line': {
    ready: () => ({ line: 'B2', review: '2026-10-01', note: 'Zqline: ask the council first.' }),
    ...ofCouncil,
    instead: { note: 'Zqline: ask the council last.' },
  },
  'draft-evidence': {
    ready: () => document,
    may: ['edi', 'sponsor', 'secretary'],
    others: 'not-allowed',
    instead: { title: 'Another statement' },
  },
  'ready-evidence': {
    ready: async (house) => ({ entries: [await evidenceOf(house)] }),
    may: ['edi', 'sponsor', 'secretary'],
    others: 'not-allowed',
    instead: 'approve-evidence',
  },
  'approve-evidence': {
    ready: async (house) => ({ entries: [await readied(house)] }),
    may: ['edi'],
    others: 'not-allowed',
    but: { sponsor: 'not-allowed', boardChair: 'not-allowed' },
    instead: 'ready-evidence',
  },
  'return-evidence': {
    ready: async (house) => ({ entry: await readied(house), reason: 'Zqline: it is last year’s.' }),
    may: ['edi'],
    others: 'not-allowed',
    but: { sponsor: 'not-allowed', boardChair: 'not-allowed' },
    instead: { reason: 'Zqline: it is next year’s.' },
  },
  'withdraw-evidence': {
    ready: async (house) => ({ entry: await evidenceOf(house) }),
    may: ['edi', 'sponsor', 'secretary'],
    others: 'not-allowed',
    instead: { entry: '20260409083000000-9' },
  },
  'take-back-evidence': {
    ready: async (house) => ({ move: `${await readied(house)}~1` }),
    may: ['secretary'],
    others: 'not-allowed',
    but: { edi: 'not-yours', sponsor: 'not-yours', boardChair: 'not-yours' },
    instead: { move: '20260409083000000-9~1' },
  },
  'add-plan-line': {
    ready: ({ cast }) => ({ ...plan, owner: cast.leader }),
    ...ofPlan,
    instead: { action: 'Another action.' },
  },
  'edit-plan-line': {
    ready: async (house) => {
      const { line: _, ...details } = plan;
      return { ...(await planLine(house)), ...details, team: 'Workforce team', seen: 1 };
    },
    may: ['edi'],
    others: 'no-such-plan-line',
    but: told(...boards, 'leader'),
    instead: { team: 'Another team' },
  },
  'begin-plan-line': { ready: planLine, ...ofCarrier, instead: 'remove-plan-line' },
  'note-plan-progress': {
    ready: async (house) => ({ ...(await planLine(house)), text: words.plan }),
    ...ofCarrier,
    instead: { text: 'Other words.' },
  },
  'name-involvement': {
    ready: async (house) => ({ ...(await planLine(house)), network: RACE, text: words.plan }),
    ...ofCarrier,
    instead: { text: 'Other words.' },
  },
  'confirm-involvement': { ready: involved, ...ofAsked, instead: 'question-involvement' },
  'question-involvement': { ready: involved, ...ofAsked, instead: 'confirm-involvement' },
  'close-plan-line': { ready: agreedWith, ...ofCarrierWithNetwork, instead: 'begin-plan-line' },
  'reopen-plan-line': { ready: closed, ...ofCarrierWithNetwork, instead: 'begin-plan-line' },
  'remove-plan-line': {
    ready: planLine,
    may: ['edi'],
    others: 'no-such-plan-line',
    but: told(...boards, 'leader'),
    instead: 'begin-plan-line',
  },
  'take-back-plan-move': {
    ready: async (house) => {
      const data = await planLine(house);
      await house.does('leader', { verb: 'begin-plan-line', data });
      return { ...data, seen: 2 };
    },
    may: ['leader'],
    others: 'no-such-plan-line',
    but: { ...told(...boards), edi: 'not-yours' },
    instead: { seen: 7 },
  },
};
