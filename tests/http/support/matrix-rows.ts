import type { Act, ActData, Verb } from '../../../bot/contract/acts.ts';
import type { AgendaVerb } from '../../../bot/contract/agenda.ts';
import type { AssessmentVerb } from '../../../bot/contract/assessment.ts';
import type { BoardVerb } from '../../../bot/contract/board.ts';
import type { EducationVerb } from '../../../bot/contract/education.ts';
import type { GoalVerb } from '../../../bot/contract/goals.ts';
import type { MentoringVerb } from '../../../bot/contract/mentoring.ts';
import type { PlanVerb } from '../../../bot/contract/plan.ts';
import type { pledgeActs } from '../../../bot/contract/pledges.ts';
import { RACE } from '../../support/small-trust.ts';
import { everybody, type Stage, type Who } from './matrix-house.ts';

type PledgeVerb = (typeof pledgeActs)[number]['shape']['verb']['def']['values'][number];
export type NewVerb =
  | (AgendaVerb | AssessmentVerb | BoardVerb | EducationVerb)
  | (GoalVerb | MentoringVerb | PlanVerb | PledgeVerb);

export interface Row<V extends Verb> {
  /** Leads to where it can be done, and says with what. */
  readonly ready: (house: Stage) => ActData[V] | Promise<ActData[V]>;
  /** For whom it is done. */
  readonly may: readonly Who[];
  /** What everybody else is told; some of them something else. */
  readonly others: string;
  readonly but?: Partial<Record<Who, string>>;
  /** What else the same tap is sent with: other data, or as another verb. */
  readonly instead: Partial<ActData[V]> | NewVerb | ((data: ActData[V]) => Partial<ActData[V]>);
}

/** The words that only some may read: each tells by itself where it came from. */
export const words = {
  goal: 'Zqgoal: panels that I chair have an ethnic minority member.',
  note: 'Zqnote: two panels so far.',
  pledge: 'Zqpledge: I will ask before I advise.',
  reflection: 'Zqreflection: I was afraid to ask.',
  item: 'Zqitem: nights fall to the same people.',
  minute: 'Zqminute 26/41',
  plan: 'Zqplan: publish targets for each band.',
  course: 'Zqcourse in leading inclusively',
} as const;

const leaders = everybody.filter((who) => who !== 'nurseBand5');
const keepers: readonly Who[] = ['secretary', 'edi'];
const council: readonly Who[] = ['edi', 'sponsor'];
const onlySee = Object.fromEntries(
  (['chair', 'deputy', 'secretary', 'boardChair', 'edi'] as const).map((who) => [
    who,
    'not-allowed',
  ]),
);

async function drafted({ does }: Stage): Promise<string> {
  return does('leader', { verb: 'draft-goal', data: { text: words.goal } });
}
async function agreed(house: Stage): Promise<string> {
  const goal = await drafted(house);
  for (const who of ['leader', 'manager'] as const) {
    await house.does(who, { verb: 'agree-goal', data: { texts: [`${goal}~1`] } });
  }
  return goal;
}
async function proposed(house: Stage): Promise<string> {
  const goal = await agreed(house);
  await house.does('leader', { verb: 'propose-goal', data: { goal, outcome: 'achieved' } });
  return goal;
}
async function asked({ does, cast }: Stage): Promise<{ pair: string }> {
  const { mentor, nurse: director, deputy: supporter } = cast;
  const data = { mentor, director, supporter };
  return { pair: await does('lead', { verb: 'propose-pair', data }) };
}
async function matched(house: Stage): Promise<{ pair: string }> {
  const data = await asked(house);
  for (const who of ['mentor', 'nurse'] as const) {
    await house.does(who, { verb: 'accept-pair', data });
  }
  return data;
}
const TODAY = { date: '2026-04-09' };
async function recorded({ does }: Stage): Promise<string> {
  const evidence = 'https://learning.example/certificate/1';
  const data = { date: '2026-03-02', course: words.course, evidence };
  return does('nurse', { verb: 'record-education', data });
}
const item = { title: 'Shift patterns', text: words.item };
async function raised({ does }: Stage): Promise<{ item: string }> {
  return { item: await does('chair', { verb: 'raise-item', data: { network: RACE, ...item } }) };
}
async function triaged(house: Stage): Promise<{ item: string }> {
  const data = await raised(house);
  await house.does('secretary', { verb: 'triage-item', data });
  return data;
}
const meeting = 'board-2026-05-07';
async function heard(house: Stage): Promise<{ item: string }> {
  const data = await triaged(house);
  await house.does('secretary', { verb: 'schedule-item', data: { ...data, meeting } });
  house.clock.moveTo('2026-05-08T09:00:00.000Z');
  return data;
}
async function discussed(house: Stage): Promise<{ item: string }> {
  const data = await heard(house);
  const said = { ...data, meeting, minute: words.minute };
  await house.does('secretary', { verb: 'discuss-item', data: said });
  return data;
}
async function declined(house: Stage): Promise<{ item: string }> {
  const data = await triaged(house);
  const reason = 'Zqitem: the committee looks at it in June.';
  await house.does('boardChair', { verb: 'decline-item', data: { ...data, reason } });
  return data;
}
const seen = { kind: 'wres', quarter: '2026-01-01', date: '2026-03-05' } as const;
async function planned({ does }: Stage): Promise<{ paper: string }> {
  const data = { kind: 'wres', quarter: '2026-01-01', meeting } as const;
  return { paper: await does('secretary', { verb: 'plan-paper', data }) };
}
async function presented(house: Stage): Promise<{ paper: string }> {
  const data = await planned(house);
  house.clock.moveTo('2026-05-08T09:00:00.000Z');
  await house.does('edi', { verb: 'present-paper', data: { ...data, minute: '26/40' } });
  return data;
}
const terms = { date: '2026-03-03', document: 'Terms of reference, item 4' };
const document = {
  ...{ line: 'B2', title: 'Anti-racism statement', date: '2026-03-03' },
  evidence: 'https://trust.example/statement',
};
/** Drafted by the board secretary, so that the EDI lead may approve it. */
async function evidenceOf(house: Stage): Promise<string> {
  const move = await house.does('secretary', { verb: 'draft-evidence', data: document });
  return move.split('~')[0] ?? '';
}
async function readied(house: Stage): Promise<string> {
  const entry = await evidenceOf(house);
  await house.does('secretary', { verb: 'ready-evidence', data: { entries: [entry] } });
  return entry;
}
async function pledged({ does }: Stage): Promise<{ pledge: string }> {
  const data = { text: words.pledge, review: '2026-07-01' };
  return { pledge: await does('leader', { verb: 'make-pledge', data }) };
}
const plan = { line: 'S1.b', action: words.plan, target: '2026-09-30' };
async function planLine({ does, cast }: Stage): Promise<{ plan: string }> {
  const data = { ...plan, owner: cast.leader };
  return { plan: await does('edi', { verb: 'add-plan-line', data }) };
}
async function involved(house: Stage): Promise<{ plan: string; asked: number }> {
  const data = await planLine(house);
  const said = { ...data, network: RACE, text: words.plan };
  await house.does('edi', { verb: 'name-involvement', data: said });
  return { ...data, asked: 1 };
}
async function agreedWith(house: Stage): Promise<{ plan: string }> {
  const data = await involved(house);
  await house.does('chair', { verb: 'confirm-involvement', data });
  return { plan: data.plan };
}
async function closed(house: Stage): Promise<{ plan: string }> {
  const data = await agreedWith(house);
  await house.does('leader', { verb: 'close-plan-line', data });
  return data;
}
async function noted({ does }: Stage): Promise<void> {
  await does('leader', { verb: 'keep-note', data: { zone: 'FEAR', text: words.reflection } });
}

/** Those who see a line, but have no part in it: its keepers' board, and its network once named. */
const boards = ['sponsor', 'boardChair', 'secretary'] as const;
const told = (...who: Who[]) => Object.fromEntries(who.map((each) => [each, 'not-allowed']));
const ofPlan = { may: ['edi'], others: 'not-allowed' } as const;
const ofCarrier = {
  may: ['leader', 'edi'],
  others: 'no-such-plan-line',
  but: told(...boards),
} as const;
const ofCarrierWithNetwork = { ...ofCarrier, but: told(...boards, 'chair', 'deputy') };
const ofAsked = {
  may: ['chair', 'deputy'],
  others: 'no-such-plan-line',
  but: told(...boards, 'edi', 'leader'),
} as const;
const ofGoal = { others: 'not-their-manager' };
const ofManager = { ...ofGoal, may: ['manager'], but: { leader: 'own-goal' } } as const;
const ofLeader = { ...ofGoal, may: ['leader'], but: { manager: 'not-yours' } } as const;
const shared = { may: ['leader'], others: 'not-yours' } as const;
const ofTheTwo = { may: ['mentor', 'nurse'], others: 'no-such-pair' } as const;
const ofMentor = { may: ['mentor'], others: 'no-such-pair' } as const;
const ofVerifier = {
  may: ['edi'],
  others: 'not-allowed',
  but: { nurse: 'own-education' },
} as const;
const ofNetwork = { may: ['chair', 'deputy'], others: 'no-such-item', but: onlySee } as const;
const ofSecretary = { may: ['secretary'], others: 'no-such-item', but: onlySee } as const;
const ofKeepers = { may: keepers, others: 'not-allowed' } as const;
const ofCouncil = { may: council, others: 'not-allowed' } as const;
const ofOwner = { may: ['leader'], others: 'no-such-pledge' } as const;

/** Every verb of the whole Silver record: domain.md §4, "who may do what". */
export const matrix: { readonly [V in NewVerb]: Row<V> } = {
  'draft-goal': {
    ready: () => ({ text: words.goal }),
    may: leaders,
    others: 'goal-not-asked',
    instead: { text: 'Another text.' },
  },
  'agree-goal': {
    ready: async (house) => ({ texts: [`${await drafted(house)}~1`] }),
    may: ['leader', 'manager'],
    ...ofGoal,
    instead: ({ texts }) => ({ texts: texts.map((text) => text.replace(/1$/, '2')) }),
  },
  'note-goal': {
    ready: async (house) => ({ goal: await agreed(house), text: words.note }),
    may: ['leader', 'manager'],
    ...ofGoal,
    instead: { text: 'Another note.' },
  },
  'propose-goal': {
    ready: async (house) => ({ goal: await agreed(house), outcome: 'achieved' }),
    ...ofLeader,
    instead: { outcome: 'partly' },
  },
  'confirm-goal': {
    ready: async (house) => ({ proposals: [`${await proposed(house)}~achieved`] }),
    ...ofManager,
    instead: ({ proposals }) => ({
      proposals: proposals.map((said) => said.replace('achieved', 'partly')),
    }),
  },
  'answer-goal': {
    ready: async (house) => ({ goal: await proposed(house), outcome: 'partly' }),
    ...ofManager,
    instead: { outcome: 'not-achieved' },
  },
  'comment-goal': {
    ready: async (house) => {
      const goal = await proposed(house);
      await house.does('manager', { verb: 'answer-goal', data: { goal, outcome: 'partly' } });
      return { goal, text: words.note };
    },
    ...ofLeader,
    instead: { text: 'Another comment.' },
  },
  'pause-goal': {
    ready: async (house) => ({ goal: await agreed(house) }),
    ...ofManager,
    instead: 'resume-goal',
  },
  'resume-goal': {
    ready: async (house) => {
      const goal = await agreed(house);
      await house.does('manager', { verb: 'pause-goal', data: { goal } });
      return { goal };
    },
    ...ofManager,
    instead: 'pause-goal',
  },
  'share-goal': {
    ready: async (house) => ({ goal: await drafted(house), with: house.cast.deputy }),
    ...shared,
    instead: { with: 'leila.kaur@pennine-vale.example' },
  },
  'unshare-goal': {
    ready: async (house) => {
      const data = { goal: await drafted(house), with: house.cast.deputy };
      await house.does('leader', { verb: 'share-goal', data });
      return data;
    },
    ...shared,
    instead: 'share-goal',
  },
  'undo-goal': {
    ready: async (house) => ({ goal: await agreed(house) }),
    may: ['manager'],
    ...ofGoal,
    but: { leader: 'nothing-to-undo' },
    instead: 'pause-goal',
  },
  'name-manager': {
    ready: ({ cast }) => ({ for: cast.leader, manager: cast.colleague }),
    may: ['edi'],
    others: 'not-allowed',
    // It would be theirs where the EDI lead is concerned.
    but: { sponsor: 'not-allowed', boardChair: 'not-allowed' },
    instead: { manager: 'nobody@pennine-vale.example' },
  },
  'report-goals': {
    ready: () => ({ year: '2025-04-01', date: '2026-04-05', document: 'Board, item 7' }),
    may: ['edi'],
    others: 'not-allowed',
    instead: { document: 'Board, item 8' },
  },

  'propose-pair': {
    ready: ({ cast }) => ({ mentor: cast.mentor, director: cast.nurse, supporter: cast.deputy }),
    may: ['lead'],
    others: 'not-allowed',
    instead: { time: '1 hour a month' },
  },
  'accept-pair': { ready: asked, ...ofMentor, instead: 'decline-pair' },
  'decline-pair': { ready: asked, ...ofMentor, instead: 'accept-pair' },
  met: {
    ready: async (house) => ({ ...(await matched(house)), ...TODAY }),
    ...ofTheTwo,
    instead: { date: '2026-04-08' },
  },
  'not-met': {
    ready: async (house) => {
      const data = { ...(await matched(house)), ...TODAY };
      await house.does('mentor', { verb: 'met', data });
      return data;
    },
    ...ofMentor,
    but: { nurse: 'already' },
    instead: { date: '2026-04-08' },
  },
  'pause-pair': { ready: matched, ...ofTheTwo, instead: 'end-pair' },
  'resume-pair': {
    ready: async (house) => {
      const data = await matched(house);
      await house.does('mentor', { verb: 'pause-pair', data });
      return data;
    },
    ...ofMentor,
    but: { nurse: 'paused-by-the-other', lead: 'paused-by-the-other' },
    instead: 'pause-pair',
  },
  'end-pair': {
    ready: matched,
    may: ['mentor', 'nurse', 'lead'],
    others: 'no-such-pair',
    instead: 'pause-pair',
  },
  'complete-pair': {
    ready: async (house) => {
      const data = await matched(house);
      for (const who of ['mentor', 'nurse'] as const) {
        await house.does(who, { verb: 'met', data: { ...data, ...TODAY } });
      }
      return data;
    },
    ...ofTheTwo,
    instead: 'end-pair',
  },

  'record-education': {
    ready: () => ({ date: '2026-03-02', course: words.course, evidence: 'https://a.example/1' }),
    may: leaders,
    others: 'leaders-only',
    instead: { course: 'Another course' },
  },
  'verify-education': {
    ready: async (house) => ({ entries: [await recorded(house)] }),
    ...ofVerifier,
    instead: 'reopen-education',
  },
  'return-education': {
    ready: async (house) => ({ entry: await recorded(house), reason: 'cannot-open' }),
    ...ofVerifier,
    instead: { reason: 'lets-talk' },
  },
  'reopen-education': {
    ready: async (house) => {
      const entries = [await recorded(house)];
      await house.does('edi', { verb: 'verify-education', data: { entries } });
      return { entries };
    },
    ...ofVerifier,
    instead: 'verify-education',
  },
  'withdraw-education': {
    ready: async (house) => ({ entry: await recorded(house) }),
    may: ['nurse', 'edi'],
    others: 'not-allowed',
    instead: ({ entry }) => ({ entry: entry.replace(/.$/, '9') }),
  },

  'raise-item': {
    ready: () => ({ network: RACE, ...item }),
    may: ['chair', 'deputy'],
    others: 'not-your-network',
    instead: { text: 'Another text.' },
  },
  'edit-item': {
    ready: async (house) => ({ ...(await raised(house)), ...item, title: 'Nights' }),
    ...ofNetwork,
    instead: { text: 'Another text.' },
  },
  'withdraw-item': { ready: raised, ...ofNetwork, instead: 'ask-review' },
  'triage-item': { ready: raised, ...ofSecretary, instead: 'take-back-item' },
  'schedule-item': {
    ready: async (house) => ({ ...(await triaged(house)), meeting }),
    ...ofSecretary,
    instead: { meeting: 'board-2026-07-09' },
  },
  'defer-item': {
    ready: async (house) => ({ ...(await triaged(house)), until: '2026-07-01' }),
    ...ofSecretary,
    instead: { until: '2026-07-02' },
  },
  'refer-item': { ready: triaged, ...ofSecretary, instead: 'take-back-item' },
  'decline-item': {
    ready: async (house) => ({ ...(await triaged(house)), reason: 'It is on the June agenda.' }),
    ...ofSecretary,
    may: ['boardChair'],
    instead: { reason: 'Another reason.' },
  },
  'ask-review': { ready: declined, ...ofNetwork, instead: 'take-back-item' },
  'discuss-item': {
    ready: async (house) => ({ ...(await heard(house)), meeting, minute: words.minute }),
    ...ofSecretary,
    instead: { minute: 'Another minute' },
  },
  'feed-back': {
    ready: async (house) => ({ ...(await discussed(house)), text: 'Rotas change in June.' }),
    ...ofSecretary,
    instead: { text: 'Another answer.' },
  },
  'acknowledge-item': {
    ready: async (house) => {
      const data = await discussed(house);
      const text = 'Rotas change in June.';
      await house.does('secretary', { verb: 'feed-back', data: { ...data, text } });
      return data;
    },
    ...ofNetwork,
    instead: 'take-back-item',
  },
  'take-back-item': { ready: triaged, ...ofSecretary, instead: 'refer-item' },
  'record-contribution': {
    ready: ({ cast }) => ({
      network: RACE,
      body: 'People Committee',
      date: '2026-03-05',
      minute: words.minute,
      person: cast.chair,
    }),
    may: ['secretary'],
    others: 'not-allowed',
    instead: { body: 'Board of Directors' },
  },
  'withdraw-contribution': {
    ready: async ({ does, cast }) => {
      const data = { network: RACE, body: 'Board', date: '2026-03-05', minute: '1' };
      const made = { verb: 'record-contribution', data: { ...data, person: cast.chair } } as const;
      return { contribution: await does('secretary', made) };
    },
    may: ['secretary'],
    others: 'not-allowed',
    instead: { contribution: 'another' },
  },

  'plan-paper': {
    ready: () => ({ kind: 'wres', quarter: '2026-01-01', meeting }),
    ...ofKeepers,
    instead: { kind: 'staff-survey' },
  },
  'present-paper': {
    ready: async (house) => {
      const data = await planned(house);
      house.clock.moveTo('2026-05-08T09:00:00.000Z');
      return { ...data, minute: '26/40' };
    },
    ...ofKeepers,
    instead: { minute: '26/41' },
  },
  'record-paper': {
    ready: () => ({ ...seen, minute: '26/20' }),
    ...ofKeepers,
    instead: { minute: '26/21' },
  },
  'reopen-paper': { ready: presented, ...ofKeepers, instead: 'withdraw-paper' },
  'withdraw-paper': { ready: planned, ...ofKeepers, instead: 'reopen-paper' },
  'say-line': {
    ready: () => ({ line: 'S1.a', state: 'in-place', evidence: 'Policy 12' }),
    ...ofCouncil,
    instead: { evidence: 'Policy 13' },
  },
  'take-back-line': {
    ready: async ({ does }) => ({
      move: await does('edi', {
        verb: 'say-line',
        data: { line: 'S1.a', state: 'in-place', evidence: 'Policy 12' },
      }),
    }),
    ...ofCouncil,
    instead: { move: 'S1.a~7' },
  },
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
  'approve-terms': {
    ready: () => terms,
    ...ofCouncil,
    instead: { document: 'Terms of reference, item 5' },
  },
  'record-council-meeting': {
    ready: () => terms,
    ...ofCouncil,
    instead: { date: '2026-03-04' },
  },
  'take-back-council': {
    ready: async ({ does }) => ({
      move: await does('edi', { verb: 'approve-terms', data: terms }),
    }),
    ...ofCouncil,
    instead: { move: 'council~7' },
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

  'make-pledge': {
    ready: () => ({ text: words.pledge, review: '2026-07-01' }),
    may: leaders,
    others: 'not-a-leader',
    instead: { text: 'Another pledge.' },
  },
  'review-pledge': {
    ready: async (house) => ({ ...(await pledged(house)), text: words.pledge }),
    ...ofOwner,
    instead: { text: 'Other words.' },
  },
  'extend-pledge': {
    ready: async (house) => ({ ...(await pledged(house)), review: '2026-08-01' }),
    ...ofOwner,
    instead: { review: '2026-08-02' },
  },
  'share-pledge': { ready: pledged, ...ofOwner, instead: 'unshare-pledge' },
  'unshare-pledge': {
    ready: async (house) => {
      const data = await pledged(house);
      await house.does('leader', { verb: 'share-pledge', data });
      return data;
    },
    ...ofOwner,
    instead: 'share-pledge',
  },
  'withdraw-pledge': { ready: pledged, ...ofOwner, instead: 'share-pledge' },
  'keep-note': {
    ready: () => ({ zone: 'FEAR', text: words.reflection }),
    may: leaders,
    others: 'not-a-leader',
    instead: { text: 'Other words.' },
  },
  'forget-note': {
    ready: async (house) => {
      await noted(house);
      return { zone: 'FEAR' };
    },
    may: ['leader'],
    others: 'already',
    instead: { zone: 'GROWTH' },
  },
};

export const newVerbs = Object.keys(matrix) as NewVerb[];

/** The same tap with something else than it was for. */
export function insteadOf(act: Act): Act {
  const verb = act.verb as NewVerb;
  const instead = matrix[verb].instead as unknown;
  if (typeof instead === 'string') return { ...act, verb: instead } as Act;
  const data: unknown = typeof instead === 'function' ? instead(act.data) : instead;
  return { ...act, data: { ...act.data, ...(data as object) } } as Act;
}

/** A house led to where the act can be done, and the act. */
export async function readyFor(verb: NewVerb, house: Stage): Promise<Act> {
  return { verb, data: await matrix[verb].ready(house) } as Act;
}

/** The whole record filled in, each thing with words that tell it; and their ids. */
export async function fillIn(house: Stage) {
  const { does, cast } = house;
  const goal = await agreed(house);
  await does('manager', { verb: 'note-goal', data: { goal, text: words.note } });
  await does('leader', { verb: 'share-goal', data: { goal, with: cast.deputy } });
  const { pair } = await matched(house);
  for (const who of ['mentor', 'nurse'] as const) {
    await does(who, { verb: 'met', data: { pair, ...TODAY } });
  }
  const entry = await recorded(house);
  const { item: declinedItem } = await declined(house);
  const { plan: line } = await involved(house);
  const { pledge } = await pledged(house);
  await noted(house);
  await does('edi', { verb: 'approve-terms', data: terms });
  return { goal, pair, entry, item: declinedItem, line, pledge };
}
