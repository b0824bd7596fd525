import type { Me } from '../../../bot/contract/views.ts';
import { own as words } from '../../words-education.ts';
import { OwnEducation } from './own-education.tsx';

/** For a leader of whom no course is asked: a card of its own. Others' is within their commitment. */
export function EducationCard({ me, reload }: { me: Me; reload: () => Promise<void> }) {
  return (
    <section className="card" aria-labelledby="education">
      <h2 id="education">{words.title}</h2>
      <OwnEducation me={me} reload={reload} />
    </section>
  );
}
