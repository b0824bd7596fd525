import { goalCard, teamCard } from '../../../bot/cards/goals/goal-cards.ts';
import type { Refusal } from '../../../bot/contract/acts.ts';
import type { Goal, MyGoal, Team } from '../../../bot/contract/goals.ts';
import { nudgeCard } from '../../../bot/cards/nudge.ts';
import type { Reminders } from '../../../bot/contract/views.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { viewer } from './facts.ts';

const year = { start: '2026-04-01', end: '2027-03-31' };
const words =
  'From May, every shortlisting panel that I chair has a trained ethnic minority member.';

export function goal(more: Partial<Goal> = {}, name = 'Leader 00001'): Goal {
  const id = `${name.replaceAll(' ', '-').toLowerCase()}~2026-04-01`;
  return {
    id,
    leader: { id: name, name },
    year,
    due: year.end,
    standing: 'draft',
    version: 1,
    textId: `${id}~1`,
    text: words,
    notes: [],
    sharedWith: [],
    may: ['draft', 'agree', 'note', 'share'],
    ...more,
  };
}

function mine(given?: Goal, more: Partial<MyGoal> = {}, refused: readonly Refusal[] = []): Card {
  const view: MyGoal = {
    on: '2026-04-09',
    year,
    ...(given === undefined ? {} : { goal: given }),
    manager: 'Aoife Okafor',
    mayDraft: true,
    framework: { line: '', starts: [] },
    ...more,
  };
  return goalCard(viewer, view, refused);
}

function team(
  goals: readonly Goal[],
  answered: readonly string[] = [],
  refused: readonly Refusal[] = [],
): Card {
  const view: Team = {
    on: '2026-04-09',
    year,
    people: goals.map((each) => ({
      person: each.leader.id,
      name: each.leader.name,
      standing: each.standing,
      asked: true,
      goal: each,
    })),
  };
  return teamCard(viewer, view, answered, refused);
}

const toAgree = (name: string, more: Partial<Goal> = {}): Goal =>
  goal(
    { standing: 'with-manager', waitingSince: '2026-04-08', may: ['agree', 'note'], ...more },
    name,
  );
const toConfirm = (name: string): Goal =>
  goal(
    {
      standing: 'proposed',
      proposed: 'achieved',
      waitingSince: '2026-04-08',
      may: ['confirm', 'answer', 'note'],
    },
    name,
  );
const long = 'Ẅ '.repeat(500).trim();

type Reminder = Reminders['reminders'][number];

function nudged(...reminders: Reminder[]): Card {
  const nudges = reminders.map(({ nudge }) => nudge).join(' ');
  return nudgeCard(viewer, { on: '2026-04-09', reminders, muted: [] }, nudges);
}
const own: Reminder = {
  nudge: 'own-goal:needed~2026-04-01',
  kind: 'own-goal',
  due: true,
  muted: false,
  goals: { what: 'needed', whose: 'own', count: 1, since: '2026-04-01' },
};
const ofTeam = (
  what: NonNullable<Reminder['goals']>['what'],
  whose: 'team' | 'everybody',
  count: number,
): Reminder => ({
  nudge: `team-goals:${whose === 'team' ? '' : 'support-'}${what}~2026-04-01`,
  kind: 'team-goals',
  due: true,
  muted: false,
  goals: { what, whose, count, since: '2026-04-01' },
});

export const goalGallery: Readonly<Record<string, Card>> = {
  'nudge, no goal yet': nudged(own),
  'nudge, no goal yet, put off': nudged({ ...own, snoozedUntil: '2026-04-10' }),
  'nudge, no goal yet, switched off': nudged({ ...own, muted: true }),
  'nudge, goal agreed meanwhile': nudged({ ...own, due: false }),
  'nudge, mid-year': nudged({
    ...own,
    goals: { what: 'midyear', whose: 'own', count: 1, since: '2026-04-01' },
  }),
  'nudge, a goal waits': nudged(ofTeam('waiting', 'team', 1)),
  'nudge, goals to conclude and one’s own': nudged(ofTeam('conclude', 'team', 7), own),
  'nudge, several goals wait': nudged(ofTeam('waiting', 'team', 3)),
  'nudge, managers need a hand': nudged(ofTeam('waiting', 'everybody', 12)),
  'goal, none yet': mine(),
  'goal, not asked': mine(undefined, { mayDraft: false }),
  'goal, a draft': mine(goal()),
  'goal, with the manager': mine(
    goal({ standing: 'with-manager', may: ['draft', 'note', 'undo'] }),
  ),
  'goal, the manager first': mine(goal({ standing: 'with-leader' })),
  'goal, changed meanwhile': mine(goal(), {}, ['goal-changed']),
  'goal, agreed': mine(goal({ standing: 'agreed', may: ['draft', 'note', 'propose', 'undo'] })),
  'goal, with a note': mine(
    goal({
      standing: 'agreed',
      notes: [{ kind: 'note', by: 'Leader 00001', on: '2026-10-01', text: 'Two panels so far.' }],
      may: ['draft', 'note', 'propose', 'undo'],
    }),
  ),
  'goal, proposed': mine(
    goal({ standing: 'proposed', proposed: 'achieved', may: ['note', 'propose', 'undo'] }),
  ),
  'goal, answered': mine(
    goal({
      standing: 'answered',
      proposed: 'achieved',
      answer: 'partly',
      may: ['note', 'propose', 'comment'],
    }),
  ),
  'goal, concluded': mine(
    goal({ standing: 'concluded', proposed: 'partly', answer: 'partly', may: ['comment'] }),
  ),
  'team, one to agree': team([toAgree('Leader 00001')]),
  'team, both kinds': team([
    toAgree('Leader 00001'),
    toAgree('Leader 00002'),
    toConfirm('Leader 00003'),
  ]),
  'team, longest texts': team(
    Array.from({ length: 9 }, (_, at) => toAgree(`Leader 0000${at}`, { text: long })),
  ),
  'team, just answered': team(
    [goal({ standing: 'agreed', may: ['note', 'pause', 'undo'] })],
    ['leader-00001~2026-04-01~1'],
  ),
  'team, one to confirm': team([toConfirm('Leader 00003')]),
  'team, changed meanwhile': team([toAgree('Leader 00001')], [], ['goal-changed']),
  'team, one agreed and one changed meanwhile': team(
    [goal({ standing: 'agreed', may: ['note', 'pause', 'undo'] }), toAgree('Leader 00002')],
    ['leader-00001~2026-04-01~1'],
    ['goal-changed'],
  ),
  'team, nothing': team([]),
  'team, no goal yet': teamCard(
    viewer,
    {
      ...{ on: '2026-04-09', year },
      people: ['Leader 00001', 'Leader 00002'].map((name) => ({
        ...{ person: name, name, standing: 'none', asked: true },
      })),
    },
    [],
    [],
  ),
};
