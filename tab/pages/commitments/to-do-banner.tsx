import type { OtherCommitment } from '../../../bot/contract/next-step.ts';
import { toDoWords } from '../../../bot/contract/to-do-words.ts';
import { Button } from '../../parts/button.tsx';
import { nextStep } from '../../words.ts';
import { openToDo } from '../../words-commitments.ts';

/** The one thing to do next, where it isn't a meeting: its button opens the commitment. */
export function ToDoBanner(props: { commitment: OtherCommitment; open: () => void }) {
  const { title, line } = toDoWords(props.commitment);
  return (
    <section className="next" aria-label={nextStep.label}>
      <div className="next-words">
        <h2>{title}</h2>
        <p>{line}</p>
      </div>
      <div className="buttons">
        <Button look="primary" onPress={props.open}>
          {openToDo(props.commitment)}
        </Button>
      </div>
    </section>
  );
}
