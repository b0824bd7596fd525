import { later } from '../../parts/later.tsx';
import { useEffect, useRef, useState } from 'react';
import type { OtherCommitment } from '../../../bot/contract/next-step.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { CommitmentPill } from '../../parts/commitment-pill.tsx';
import { ProgressRing } from '../../parts/progress-ring.tsx';
import { Why } from '../../parts/why.tsx';
import { why } from '../../words.ts';
import { details, lineOf, ours, statuses } from '../../words-commitments.ts';

/* What can be done about each; loaded when it is opened. */
const OwnEducation = later(
  async () => (await import('../education/own-education.tsx')).OwnEducation,
);
const OwnMentoring = later(
  async () => (await import('../mentoring/own-mentoring.tsx')).OwnMentoring,
);

/** One commitment: a picture and a line, all else on request. `asked`: open it now. */
export function CommitmentCard(props: {
  commitment: Exclude<OtherCommitment, { code: 'S2' }>;
  asked: number;
  me: Me;
  reload: () => Promise<void>;
}) {
  const { commitment, asked, me, reload } = props;
  const { code, title, status, done, needed } = commitment;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    if (asked === 0 || box.current === null) return;
    box.current.open = true;
    box.current.querySelector('summary')?.focus();
  }, [asked]);

  return (
    <section className="card" aria-labelledby={`commitment-${code}`}>
      <div className="card-top">
        <ProgressRing
          done={done}
          waiting={status === 'waiting' ? needed : 0}
          target={done + needed}
        />
        <div className="card-words">
          <h2 id={`commitment-${code}`}>{title}</h2>
          <p>{lineOf(commitment)}</p>
        </div>
        <CommitmentPill status={status}>{statuses[status]}</CommitmentPill>
      </div>
      <details ref={box} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{details[code]}</summary>
        {open &&
          (code === 'S3' ? (
            <OwnEducation within me={me} reload={reload} waits={status === 'waiting'} />
          ) : (
            <OwnMentoring me={me} reload={reload} />
          ))}
      </details>
      <Why framework={commitment.why.framework} rule={commitment.why.rule}>
        <p>{commitment.why.ours ? ours[code] : why.theirs}</p>
      </Why>
    </section>
  );
}
