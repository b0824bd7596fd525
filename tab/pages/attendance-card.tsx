import type { AttendanceCommitment, Progress } from '../../bot/contract/views.ts';
import { ByYear } from '../parts/by-year.tsx';
import { MeetingLine } from '../parts/meeting-line.tsx';
import { CommitmentPill } from '../parts/commitment-pill.tsx';
import { ProgressRing } from '../parts/progress-ring.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { Why } from '../parts/why.tsx';
import { commitment as words, reasonFor, statusWords, why } from '../words.ts';
import type { Acting } from './meeting-acts.ts';
import { MeetingList } from './meeting-list.tsx';
import { toldStatus } from '../../bot/contract/next-step.ts';

/** The attendance commitment: a picture and a line, details on request. */
export function AttendanceCard(props: {
  commitment: AttendanceCommitment;
  acting: Acting;
  acts: Acts;
  year: Progress['year'];
}) {
  const { commitment, acting, acts, year } = props;
  const { done, waiting, target, awaits } = commitment;
  const day = { on: acting.today, year };
  const status = toldStatus(commitment, day);
  const counting = commitment.meetings.filter(({ countsForSilver }) => countsForSilver);
  // Last year's can still be recorded until its end of April, but aren't this year's line.
  const thisYear = counting.filter(({ date }) => date >= year.start);
  const others = commitment.meetings.filter(({ countsForSilver }) => !countsForSilver);
  return (
    <section className="card" aria-labelledby="attendance">
      <div className="card-top">
        <ProgressRing done={done} waiting={waiting} target={target} />
        <div className="card-words">
          <h2 id="attendance">{words.title}</h2>
          <p>{reasonFor(commitment, day)}</p>
          <p className="soft">{words.year(year.start, year.end)}</p>
        </div>
        <CommitmentPill status={status}>{statusWords(status, awaits)}</CommitmentPill>
      </div>
      {counting.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          {thisYear.length > 0 && <MeetingLine meetings={thisYear} today={acting.today} />}
          <details>
            <summary>{words.all}</summary>
            <ByYear of={counting} year={year}>
              {(meetings) => <MeetingList {...{ meetings, acting, acts }} />}
            </ByYear>
          </details>
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{words.others(others.length)}</summary>
          <p className="soft">{words.othersNote}</p>
          <ByYear of={others} year={year}>
            {(meetings) => <MeetingList {...{ meetings, acting, acts }} />}
          </ByYear>
        </details>
      )}
      <Why framework={commitment.why.framework} rule={commitment.why.rule}>
        <p>{commitment.why.ours ? why.ours : why.theirs}</p>
        <p>{why.target}</p>
      </Why>
    </section>
  );
}
