import { later } from '../../parts/later.tsx';
import type { GoalCommitment } from '../../../bot/contract/goals.ts';
import type { Me } from '../../../bot/contract/views.ts';

const OwnGoal = later(async () => (await import('../goals/own-goal.tsx')).OwnGoal);

/** The goal has a card of its own, with its steps and what to do. `asked`: open it now. */
export function GoalSection(props: {
  commitment: GoalCommitment;
  asked: number;
  me: Me;
  reload: () => Promise<void>;
}) {
  const { commitment, asked, me, reload } = props;
  return <OwnGoal me={me} commitment={commitment} asked={asked} changed={reload} />;
}
