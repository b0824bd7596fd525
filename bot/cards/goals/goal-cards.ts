import type { Refusal } from '../../contract/acts.ts';
import { fullDate } from '../../contract/dates.ts';
import type { Goal, GoalOutcome, GoalStanding, MyGoal, Team } from '../../contract/goals.ts';
import { tabLink, type Viewer } from '../card.ts';
import { refusalText } from '../refusals.ts';
import { compile, render, type Card } from '../render.ts';
import goalTemplate from './goal.json' with { type: 'json' };
import teamTemplate from './team.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

const fills = { goal: compile(goalTemplate), team: compile(teamTemplate) };

/** Goals on one card, so that with their words it stays readable and within 28 kB. */
const shown = 5;

const titles: Readonly<Record<GoalStanding, string>> = words.titles;
const outcomes: Readonly<Record<GoalOutcome, string>> = words.outcomes;

/** One's own goal: to write, to agree, to say how it went. */
export function goalCard(viewer: Viewer, mine: MyGoal, refused: readonly Refusal[]): Card {
  const { organisation } = viewer;
  const { goal, manager } = mine;
  const may = new Set(goal?.may);
  const standing = goal?.standing ?? 'none';
  const send = { organisation, agree: true, was: goal?.version ?? 0 };
  const data = {
    title: goal === undefined && !mine.mayDraft ? words.notAsked : titles[standing],
    note: noteOf(refused),
    text: goal?.text ?? '',
    line: goal === undefined ? '' : lineOf(goal, manager),
    ...notedIn(goal),
    none: goal === undefined && mine.mayDraft,
    example: words.examples[0] ?? '',
    sendTitle: manager === undefined ? 'Agree and send' : `Send to ${manager}`,
    send,
    save: { organisation, was: 0 },
    agree: { organisation, back: 'goal', texts: goal === undefined ? [] : [goal.textId] },
    act: { organisation, back: 'goal', goal: goal?.id ?? '' },
    answered: standing === 'answered',
    mayAgree: may.has('agree'),
    mayPropose: may.has('propose') && standing !== 'proposed',
    mayNote: may.has('note') && (standing === 'agreed' || standing === 'paused'),
    mayComment: may.has('comment'),
    mayDraft: may.has('draft') && ['draft', 'with-manager', 'with-leader'].includes(standing),
    mayUndo: may.has('undo'),
    link: tabLink(viewer, 'commitments'),
  };
  return render(fills.goal, data, viewer, { view: 'goal', params: {} });
}

/** The newest note or comment, so that whoever adds one sees that it is there. */
function notedIn(goal: Goal | undefined): { noted: string; notedBy: string } {
  const last = goal?.notes.at(-1);
  if (last === undefined) return { noted: '', notedBy: '' };
  return { noted: last.text, notedBy: `${last.by}, ${fullDate(last.on)}` };
}

/** Who is awaited, or what was said. */
function lineOf(goal: Goal, manager: string | undefined): string {
  const other = manager ?? words.nobody;
  switch (goal.standing) {
    case 'draft':
      return words.draft;
    case 'with-manager':
      return `${other} agrees it next.`;
    case 'with-leader':
      return words.withLeader;
    case 'agreed':
      return `Due by ${fullDate(goal.due)}.`;
    case 'proposed':
      return `You said: ${outcomeWords(goal.proposed)}. ${other} confirms it next.`;
    case 'answered':
      return `You said: ${outcomeWords(goal.proposed)}. ${other} said: ${outcomeWords(goal.answer)}. Say the same, or talk it over.`;
    case 'concluded':
      return `You both said: ${outcomeWords(goal.answer)}.`;
    default:
      return '';
  }
}

/** All that waits for a manager; after an answer, what was answered. */
export function teamCard(
  viewer: Viewer,
  team: Team,
  answered: readonly string[],
  refused: readonly Refusal[],
): Card {
  const { organisation } = viewer;
  const goals = team.people.flatMap(({ before, goal }) =>
    [before, goal].flatMap((one) => one ?? []),
  );
  const waiting = goals.filter((goal) => isFor('agree', goal) || isFor('confirm', goal));
  const told = waiting.slice(0, shown);
  const agreeing = told.filter((goal) => isFor('agree', goal));
  const confirming = told.filter((goal) => isFor('confirm', goal));
  const decided = goals.filter(({ id }) => answered.some((subject) => subject.startsWith(id)));
  const undoable = decided.filter(({ may }) => may.includes('undo'));
  const more = waiting.length - told.length;
  const data = {
    title: titleOf(waiting.length, decided.length, team.people.length),
    // One of several that changed meanwhile: what was recorded of the others stands.
    note: refused.includes('goal-changed') && decided.length > 0 ? words.changed : noteOf(refused),
    decided: decided.map((goal) => `${goal.leader.name}: ${decidedWords(goal)}`),
    waiting: told.map((goal) => ({
      name: goal.leader.name,
      text: goal.text,
      said: isFor('confirm', goal) ? `Says: ${outcomeWords(goal.proposed)}.` : '',
    })),
    more: more > 0 ? `${more === 1 ? 'One more waits' : `${more} more wait`} after these.` : '',
    unwritten: waiting.length === 0 ? unwrittenWords(team) : '',
    agreeing: agreeing.length,
    confirming: confirming.length,
    agreeTitle: agreeing.length > 1 ? `Agree all (${agreeing.length})` : 'Agree this text',
    confirmTitle: confirming.length > 1 ? `Confirm all (${confirming.length})` : 'Confirm',
    agree: { organisation, texts: agreeing.map(({ textId }) => textId) },
    confirm: { organisation, proposals: confirming.map(proposalId) },
    answer: { organisation, goal: confirming[0]?.id ?? '' },
    undo: { organisation, goal: undoable[0]?.id ?? '' },
    mayUndo: undoable.length === 1,
    link: tabLink(viewer, 'team'),
  };
  const params: Record<string, string> = answered.length === 0 ? {} : { about: answered.join(' ') };
  return render(fills.team, data, viewer, { view: 'team', params });
}

/** Names what the leader said, for confirming just that. */
function proposalId({ id, proposed = 'achieved' }: Goal): string {
  return `${id}~${proposed}`;
}

/** What waits: drafts that nobody has sent don't. */
function isFor(act: 'agree' | 'confirm', { may, waitingSince }: Goal): boolean {
  return waitingSince !== undefined && may.includes(act);
}

function titleOf(waiting: number, decided: number, people: number): string {
  if (waiting === 1) return words.oneWaits;
  if (waiting > 1) return `${waiting} goals wait for you`;
  if (decided > 0) return words.thanks;
  return people === 0 ? words.noTeam : words.nothingWaits;
}

/** Of whom a reminder spoke, where there is nothing yet to agree. */
function unwrittenWords({ people }: Team): string {
  const count = people.filter(({ asked, standing }) => asked && standing === 'none').length;
  if (count === 0) return '';
  const leaders = count === 1 ? 'One leader has' : `${count} leaders have`;
  return `${leaders} no goal yet. They write it; then it comes to you.`;
}

function decidedWords(goal: Goal): string {
  if (goal.standing === 'agreed') return 'you both agreed it';
  if (goal.standing === 'concluded') return `${outcomeWords(goal.answer)}, as you both said`;
  if (goal.standing === 'answered')
    return `you said ${outcomeWords(goal.answer)}; they answer next`;
  if (goal.standing === 'with-leader') return 'you agreed it; they do next';
  if (goal.standing === 'paused') return 'paused';
  return goal.waitingSince === undefined ? 'taken back' : 'waits for you';
}

function outcomeWords(outcome: GoalOutcome | undefined): string {
  return outcome === undefined ? '' : outcomes[outcome];
}

function noteOf(refused: readonly Refusal[]): string {
  const said = [...new Set(refused)].map((because) => refusalText(because));
  return said.map(({ say, next }) => `${say} ${next}`).join(' ');
}
