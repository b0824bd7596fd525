import { later } from '../../parts/later.tsx';
import { useState } from 'react';
import { nextOfAll, othersOf } from '../../../bot/contract/next-step.ts';
import { isPausedByAbsence, standingOfAll } from '../../../bot/contract/standing.ts';
import { attendanceOf, type Me, type Progress } from '../../../bot/contract/views.ts';
import type { Acts } from '../../parts/use-acts.ts';
import { commitment as words, standing } from '../../words.ts';
import { away } from '../../words-commitments.ts';
import { AttendanceCard } from '../attendance-card.tsx';
import type { Acting } from '../meeting-acts.ts';
import { NextStepBanner } from '../next-step-banner.tsx';
import { PledgesCard } from '../pledges/pledges-card.tsx';
import { GoalSection } from './goal-section.tsx';
import { CommitmentCard } from './commitment-card.tsx';
import { ToDoBanner } from './to-do-banner.tsx';

/** Any leader may record a course; of whom it is asked, it is within their commitment. */
const OwnEducation = later(
  async () => (await import('../education/own-education.tsx')).OwnEducation,
);

const OwnLines = later(async () => (await import('../plan/own-lines.tsx')).OwnLines, null);

interface Parts {
  me: Me;
  progress: Progress;
  acting: Acting;
  acts: Acts;
  reload: () => Promise<void>;
}

/** Where somebody stands in one sentence, the one thing to do next, then each commitment. */
export function AllCommitments({ me, progress, acting, acts, reload }: Parts) {
  // Which one was asked to open, and how often: asked again, it opens again.
  const [asked, ask] = useState({ code: '', times: 0 });
  const attendance = attendanceOf(progress);
  const others = othersOf(progress);
  const next = nextOfAll(progress);
  const { year } = progress;
  return (
    <>
      <p className="lead">
        {leadOf(progress, acting)}
        {acting.subject.self && isPausedByAbsence(progress) && ` ${away}`}
      </p>
      {next.kind === 'to-do' ? (
        <ToDoBanner
          commitment={next.commitment}
          open={() => ask({ code: next.commitment.code, times: asked.times + 1 })}
        />
      ) : (
        attendance && (
          <NextStepBanner commitment={attendance} year={year} acting={acting} acts={acts} />
        )
      )}
      {attendance && (
        <AttendanceCard commitment={attendance} acting={acting} acts={acts} year={year} />
      )}
      <div className="cards">
        {others.map((commitment) =>
          commitment.code === 'S2' ? (
            <GoalSection
              key="S2"
              commitment={commitment}
              asked={asked.code === 'S2' ? asked.times : 0}
              me={me}
              reload={reload}
            />
          ) : (
            <CommitmentCard
              key={commitment.code}
              commitment={commitment}
              asked={asked.code === commitment.code ? asked.times : 0}
              me={me}
              reload={reload}
            />
          ),
        )}
        {acting.subject.self && me.leads === true && <PledgesCard me={me} />}
        {acting.subject.self && <OwnLines organisation={me.organisation.code} />}
        {acting.subject.self && !others.some(({ code }) => code === 'S3') && (
          <div>
            <OwnEducation me={me} reload={reload} />
          </div>
        )}
      </div>
    </>
  );
}

/** Of meetings alone their number says it; of several commitments how many stand how. */
function leadOf(progress: Progress, { subject }: Acting): string {
  if (progress.commitments.length === 0) return words.noneListed;
  const attendance = attendanceOf(progress);
  const only = progress.commitments.length === 1 ? attendance : undefined;
  return only === undefined ? standingOfAll(progress) : standing(only, subject);
}
