import type { ActData, Verb } from '../../../bot/contract/acts.ts';
import type { AgendaVerb } from '../../../bot/contract/agenda.ts';
import type { AssessmentVerb } from '../../../bot/contract/assessment.ts';
import type { BoardVerb } from '../../../bot/contract/board.ts';
import type { EducationVerb } from '../../../bot/contract/education.ts';
import type { GoalVerb } from '../../../bot/contract/goals.ts';
import type { MentoringVerb } from '../../../bot/contract/mentoring.ts';
import type { PlanVerb } from '../../../bot/contract/plan.ts';
import type { pledgeActs } from '../../../bot/contract/pledges.ts';
import type { SettingsVerb } from '../../../bot/contract/settings.ts';
import { RACE } from '../../support/small-trust.ts';
import { everybody, type Stage, type Who } from './matrix-house.ts';

export type PledgeVerb = (typeof pledgeActs)[number]['shape']['verb']['def']['values'][number];
export type NewVerb =
  | (AgendaVerb | AssessmentVerb | BoardVerb | EducationVerb)
  | (GoalVerb | MentoringVerb | PlanVerb | PledgeVerb | SettingsVerb);

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
  setting: 'Zqsetting: the board decided it.',
} as const;

export const leaders = everybody.filter((who) => who !== 'nurseBand5');
const keepers: readonly Who[] = ['secretary', 'edi'];
const council: readonly Who[] = ['edi', 'sponsor'];
const onlySee = Object.fromEntries(
  (['chair', 'deputy', 'secretary', 'boardChair', 'edi'] as const).map((who) => [
    who,
    'not-allowed',
  ]),
);

export async function drafted({ does }: Stage): Promise<string> {
  return does('leader', { verb: 'draft-goal', data: { text: words.goal } });
}
export async function agreed(house: Stage): Promise<string> {
  const goal = await drafted(house);
  for (const who of ['leader', 'manager'] as const) {
    await house.does(who, { verb: 'agree-goal', data: { texts: [`${goal}~1`] } });
  }
  return goal;
}
export async function proposed(house: Stage): Promise<string> {
  const goal = await agreed(house);
  await house.does('leader', { verb: 'propose-goal', data: { goal, outcome: 'achieved' } });
  return goal;
}
export async function asked({ does, cast }: Stage): Promise<{ pair: string }> {
  const { mentor, nurse: director, deputy: supporter } = cast;
  const data = { mentor, director, supporter };
  return { pair: await does('lead', { verb: 'propose-pair', data }) };
}
export async function matched(house: Stage): Promise<{ pair: string }> {
  const data = await asked(house);
  for (const who of ['mentor', 'nurse'] as const) {
    await house.does(who, { verb: 'accept-pair', data });
  }
  return data;
}
export const TODAY = { date: '2026-04-09' };
export async function recorded({ does }: Stage): Promise<string> {
  const evidence = 'https://learning.example/certificate/1';
  const data = { date: '2026-03-02', course: words.course, evidence };
  return does('nurse', { verb: 'record-education', data });
}
export const item = { title: 'Shift patterns', text: words.item };
export async function raised({ does }: Stage): Promise<{ item: string }> {
  return { item: await does('chair', { verb: 'raise-item', data: { network: RACE, ...item } }) };
}
export async function triaged(house: Stage): Promise<{ item: string }> {
  const data = await raised(house);
  await house.does('secretary', { verb: 'triage-item', data });
  return data;
}
export const meeting = 'board-2026-05-07';
export async function heard(house: Stage): Promise<{ item: string }> {
  const data = await triaged(house);
  await house.does('secretary', { verb: 'schedule-item', data: { ...data, meeting } });
  house.clock.moveTo('2026-05-08T09:00:00.000Z');
  return data;
}
export async function discussed(house: Stage): Promise<{ item: string }> {
  const data = await heard(house);
  const said = { ...data, meeting, minute: words.minute };
  await house.does('secretary', { verb: 'discuss-item', data: said });
  return data;
}
export async function declined(house: Stage): Promise<{ item: string }> {
  const data = await triaged(house);
  const reason = 'Zqitem: the committee looks at it in June.';
  await house.does('boardChair', { verb: 'decline-item', data: { ...data, reason } });
  return data;
}
export const seen = { kind: 'wres', quarter: '2026-01-01', date: '2026-03-05' } as const;
export async function planned({ does }: Stage): Promise<{ paper: string }> {
  const data = { kind: 'wres', quarter: '2026-01-01', meeting } as const;
  return { paper: await does('secretary', { verb: 'plan-paper', data }) };
}
export async function presented(house: Stage): Promise<{ paper: string }> {
  const data = await planned(house);
  house.clock.moveTo('2026-05-08T09:00:00.000Z');
  await house.does('edi', { verb: 'present-paper', data: { ...data, minute: '26/40' } });
  return data;
}
export const terms = { date: '2026-03-03', document: 'Terms of reference, item 4' };
export const document = {
  ...{ line: 'B2', title: 'Anti-racism statement', date: '2026-03-03' },
  evidence: 'https://trust.example/statement',
};
/** Drafted by the board secretary, so that the EDI lead may approve it. */
export async function evidenceOf(house: Stage): Promise<string> {
  const move = await house.does('secretary', { verb: 'draft-evidence', data: document });
  return move.split('~')[0] ?? '';
}
export async function readied(house: Stage): Promise<string> {
  const entry = await evidenceOf(house);
  await house.does('secretary', { verb: 'ready-evidence', data: { entries: [entry] } });
  return entry;
}
export async function pledged({ does }: Stage): Promise<{ pledge: string }> {
  const data = { text: words.pledge, review: '2026-07-01' };
  return { pledge: await does('leader', { verb: 'make-pledge', data }) };
}
export const plan = { line: 'S1.b', action: words.plan, target: '2026-09-30' };
export async function planLine({ does, cast }: Stage): Promise<{ plan: string }> {
  const data = { ...plan, owner: cast.leader };
  return { plan: await does('edi', { verb: 'add-plan-line', data }) };
}
export async function involved(house: Stage): Promise<{ plan: string; asked: number }> {
  const data = await planLine(house);
  const said = { ...data, network: RACE, text: words.plan };
  await house.does('edi', { verb: 'name-involvement', data: said });
  return { ...data, asked: 1 };
}
export async function agreedWith(house: Stage): Promise<{ plan: string }> {
  const data = await involved(house);
  await house.does('chair', { verb: 'confirm-involvement', data });
  return { plan: data.plan };
}
export async function closed(house: Stage): Promise<{ plan: string }> {
  const data = await agreedWith(house);
  await house.does('leader', { verb: 'close-plan-line', data });
  return data;
}
export async function noted({ does }: Stage): Promise<void> {
  await does('leader', { verb: 'keep-note', data: { zone: 'FEAR', text: words.reflection } });
}

/** Those who see a line, but have no part in it: its keepers' board, and its network once named. */
export const boards = ['sponsor', 'boardChair', 'secretary'] as const;
export const told = (...who: Who[]) => Object.fromEntries(who.map((each) => [each, 'not-allowed']));
export const ofPlan = { may: ['edi'], others: 'not-allowed' } as const;
export const ofCarrier = {
  may: ['leader', 'edi'],
  others: 'no-such-plan-line',
  but: told(...boards),
} as const;
export const ofCarrierWithNetwork = { ...ofCarrier, but: told(...boards, 'chair', 'deputy') };
export const ofAsked = {
  may: ['chair', 'deputy'],
  others: 'no-such-plan-line',
  but: told(...boards, 'edi', 'leader'),
} as const;
export const ofGoal = { others: 'not-their-manager' };
export const ofManager = { ...ofGoal, may: ['manager'], but: { leader: 'own-goal' } } as const;
export const ofLeader = { ...ofGoal, may: ['leader'], but: { manager: 'not-yours' } } as const;
export const shared = { may: ['leader'], others: 'not-yours' } as const;
export const ofTheTwo = { may: ['mentor', 'nurse'], others: 'no-such-pair' } as const;
export const ofMentor = { may: ['mentor'], others: 'no-such-pair' } as const;
export const ofVerifier = {
  may: ['edi'],
  others: 'not-allowed',
  but: { nurse: 'own-education' },
} as const;
export const ofNetwork = {
  may: ['chair', 'deputy'],
  others: 'no-such-item',
  but: onlySee,
} as const;
export const ofSecretary = { may: ['secretary'], others: 'no-such-item', but: onlySee } as const;
export const ofKeepers = { may: keepers, others: 'not-allowed' } as const;
export const ofCouncil = { may: council, others: 'not-allowed' } as const;
export const ofOwner = { may: ['leader'], others: 'no-such-pledge' } as const;
