import type { Pledge } from '../../../bot/contract/pledges.ts';
import { pledges as words } from '../../words-pledges.ts';

/** What was written when somebody looked at a pledge again, oldest first. */
export function Reviews({ reviews }: Pick<Pledge, 'reviews'>) {
  return reviews.map(({ on, text }, at) => (
    <p key={`${on} ${at}`} className="typed">
      {words.changed(on)}: “{text}”
    </p>
  ));
}
