import type { AttendanceCommitment, MyMeeting, Progress } from '../../bot/contract/views.ts';
import { meetingTime } from '../../bot/contract/dates.ts';
import { ActButton } from '../parts/act-button.tsx';
import { JoinLink } from '../parts/join-link.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { actions, nextStep as words } from '../words.ts';
import { meetingRequest, type Acting, type MeetingVerb } from './meeting-acts.ts';
import { nextStep, type NextStep } from '../../bot/contract/next-step.ts';

interface BannerProps {
  commitment: AttendanceCommitment;
  year: Progress['year'];
  acting: Acting;
  acts: Acts;
}

/** One thing to do next, with its answer as buttons. */
export function NextStepBanner(props: BannerProps) {
  const { commitment, year, acting } = props;
  const step = nextStep(commitment, { on: acting.today, year });
  if (step.kind === 'nothing') return null;
  const { meeting } = step;
  const asked = titleOf(step, props);
  return (
    // Keyed, so that another step has other buttons: a tap or the focus never slips on to the next.
    <section key={`${step.kind} ${meeting.id}`} className="next" aria-label={words.label}>
      <div className="next-words">
        <h2>{asked}</h2>
        {!asked.includes(meeting.networkName) && <p>{meeting.networkName}</p>}
        <p>{meetingTime(meeting, acting.today)}</p>
      </div>
      <div className="buttons">
        <Answers step={step} {...props} />
      </div>
    </section>
  );
}

function titleOf(step: Exclude<NextStep, { kind: 'nothing' }>, { acting }: BannerProps): string {
  switch (step.kind) {
    case 'answer-query':
      return words.queried(step.meeting);
    case 'say-joined':
      return words.joined(acting.subject);
    case 'say-coming':
      return words.next(step.meeting.networkName);
    case 'booked':
      return words.booked(step.meeting.networkName);
  }
}

function Answers(props: BannerProps & { step: Exclude<NextStep, { kind: 'nothing' }> }) {
  const { step, acting } = props;
  const { meeting } = step;
  const subject = acting.subject;
  const answer = (verb: MeetingVerb, label: string, look: 'primary' | 'plain') => (
    <Answer verb={verb} look={look} meeting={meeting} {...props}>
      {label}
    </Answer>
  );
  switch (step.kind) {
    case 'answer-query':
      return (
        <>
          {answer('claim', actions.claimAgain(subject), 'primary')}
          {meeting.may.includes('withdraw') && answer('withdraw', actions.withdraw, 'plain')}
        </>
      );
    case 'say-joined':
      return (
        <>
          {answer('claim', actions.claim(subject), 'primary')}
          {meeting.may.includes('not-there') &&
            answer('not-there', actions.notThere(subject), 'plain')}
        </>
      );
    case 'say-coming':
      return (
        <>
          {answer('will-come', actions['will-come'](subject), 'primary')}
          {answer('cannot-come', actions['cannot-come'](subject), 'plain')}
        </>
      );
    case 'booked':
      return (
        <>
          <JoinLink meeting={meeting} />
          {answer('cannot-come', actions['cannot-come'](subject), 'plain')}
        </>
      );
  }
}

function Answer(
  props: BannerProps & {
    verb: MeetingVerb;
    look: 'primary' | 'plain';
    meeting: MyMeeting;
    children: string;
  },
) {
  const { verb, look, meeting, acting, acts, children } = props;
  return (
    <ActButton
      acts={acts}
      id={`next ${verb}`}
      look={look}
      request={meetingRequest(verb, meeting, acting)}
    >
      {children}
    </ActButton>
  );
}
