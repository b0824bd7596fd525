import { toldStatus, type ToldStatus } from './next-step.ts';
import type { Progress } from './views.ts';

/** What is said of one commitment, and of several; in the order in which a sentence has them. */
const groups: readonly { of: readonly ToldStatus[]; one: string; several: string }[] = [
  { of: ['to-do', 'to-record'], one: 'needs you', several: 'need you' },
  { of: ['waiting'], one: 'waits for somebody else', several: 'wait for somebody else' },
  { of: ['on-track'], one: 'is on track', several: 'are on track' },
  { of: ['met'], one: 'is met', several: 'are met' },
  { of: ['paused'], one: 'is paused', several: 'are paused' },
  { of: ['no-dates'], one: 'has no dates yet', several: 'have no dates yet' },
  { of: ['out-of-reach'], one: 'is out of reach this year', several: 'are out of reach this year' },
];

/**
 * One sentence over all that is asked of somebody: "Of your 4 commitments, 1 needs you, 2 are on
 * track and 1 is met." The same in the tab and on the bot's card.
 */
export function standingOfAll(progress: Progress): string {
  const statuses = progress.commitments
    .map((one) => (one.code === 'S4.own' ? toldStatus(one, progress) : one.status))
    .filter((status) => status !== 'not-asked');
  const told = groups
    .map((group) => ({
      ...group,
      count: statuses.filter((each) => group.of.includes(each)).length,
    }))
    .filter(({ count }) => count > 0);
  const [first, ...more] = told;
  if (first === undefined) return 'Nothing is asked of you for now.';
  if (more.length === 0) {
    if (statuses.length === 1) return `You have one commitment, and it ${first.one}.`;
    const all = statuses.length === 2 ? 'Both' : `All ${statuses.length}`;
    return `${all} of your commitments ${first.several}.`;
  }
  const parts = told.map(({ count, one, several }) => `${count} ${count === 1 ? one : several}`);
  return `Of your ${statuses.length} commitments, ${list.format(parts)}.`;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Whether something is paused as they are away by the staff list; their manager may pause a goal, too. */
export function isPausedByAbsence({ commitments }: Progress): boolean {
  return commitments.some(
    (one) => one.status === 'paused' && !(one.code === 'S2' && one.standing === 'paused'),
  );
}
