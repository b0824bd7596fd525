import type { Me } from '../../../bot/contract/views.ts';
import { shell } from '../../words.ts';

/** What can be seen and done about it; the page around it says where it stands. */
export function OwnGoal(_: { me: Me; reload: () => Promise<void> }) {
  return <p className="soft">{shell.nothingMore}</p>;
}
