import type { AttendanceCommitment, CommitmentStatus, Progress } from '../../bot/contract/views.ts';
import { MeetingLine } from '../parts/meeting-line.tsx';
import { Pill, type Tone } from '../parts/pill.tsx';
import { ProgressRing } from '../parts/progress-ring.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { Why } from '../parts/why.tsx';
import { commitment as words, reasonFor, statusWords, why } from '../words.ts';
import type { Acting } from './meeting-acts.ts';
import { MeetingList } from './meeting-list.tsx';

const tones: Record<CommitmentStatus, Tone> = {
  'not-asked': 'calm',
  met: 'good',
  paused: 'calm',
  waiting: 'wait',
  'out-of-reach': 'calm',
  'to-do': 'ask',
  'on-track': 'good',
};

/** The attendance commitment: a picture and a line, details on request. */
export function AttendanceCard(props: {
  commitment: AttendanceCommitment;
  acting: Acting;
  acts: Acts;
  year: Progress['year'];
}) {
  const { commitment, acting, acts, year } = props;
  const { done, waiting, target, awaits, status } = commitment;
  const counting = commitment.meetings.filter(({ countsForSilver }) => countsForSilver);
  const others = commitment.meetings.filter(({ countsForSilver }) => !countsForSilver);
  return (
    <section className="card" aria-labelledby="attendance">
      <div className="card-top">
        <ProgressRing done={done} waiting={waiting} target={target} />
        <div className="card-words">
          <h2 id="attendance">{words.title}</h2>
          <p>{reasonFor(commitment, acting.today)}</p>
          <p className="soft">{words.year(year.start, year.end)}</p>
        </div>
        <Pill tone={tones[status]}>{statusWords(status, awaits)}</Pill>
      </div>
      {counting.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <MeetingLine meetings={counting} today={acting.today} awaits={awaits} />
          <details>
            <summary>{words.all}</summary>
            <MeetingList meetings={counting} acting={acting} acts={acts} awaits={awaits} />
          </details>
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{words.others(others.length)}</summary>
          <p className="soft">{words.othersNote}</p>
          <MeetingList meetings={others} acting={acting} acts={acts} awaits={undefined} />
        </details>
      )}
      <Why framework={commitment.why.framework} rule={commitment.why.rule}>
        <p>{commitment.why.ours ? why.ours : why.theirs}</p>
        <p>{why.target}</p>
      </Why>
    </section>
  );
}
