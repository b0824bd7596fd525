import type { OtherCommitment } from '../../../bot/contract/next-step.ts';
import { Button } from '../../parts/button.tsx';
import { nextStep } from '../../words.ts';
import { lineOf, nextToDo } from '../../words-commitments.ts';

/** The one thing to do next, where it isn't a meeting: its button opens the commitment. */
export function ToDoBanner(props: { commitment: OtherCommitment; open: () => void }) {
  const { title, button } = nextToDo[props.commitment.code];
  return (
    <section className="next" aria-label={nextStep.label}>
      <div className="next-words">
        <h2>{title}</h2>
        <p>{lineOf(props.commitment)}</p>
      </div>
      <div className="buttons">
        <Button look="primary" onPress={props.open}>
          {button}
        </Button>
      </div>
    </section>
  );
}
