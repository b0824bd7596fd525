import type { Me, Progress } from '../../../bot/contract/views.ts';
import { own as words } from '../../words-mentoring.ts';
import { OwnMentoring } from './own-mentoring.tsx';

/** For a mentor of whom no session is asked: a card of its own. Others' is within their commitment. */
export function MentoringCard(props: {
  me: Me;
  /** A mentor who is nobody else has none. */
  progress?: Progress;
  reload: () => Promise<void>;
}) {
  const { me, progress, reload } = props;
  const isAsked = progress?.commitments.some(({ code }) => code === 'S3.b') === true;
  if (progress?.person.self === false || me.mentoring !== true || isAsked) return null;
  return (
    <section className="card" aria-labelledby="mentoring">
      <h2 id="mentoring">{words.title}</h2>
      <OwnMentoring me={me} reload={reload} />
    </section>
  );
}
