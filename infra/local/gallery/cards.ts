import type { Card } from '../../../bot/cards/render.ts';
import { agendaGallery } from './agenda.ts';
import { attendanceNudges } from './attendance.ts';
import { educationGallery } from './education.ts';
import { viewer } from './facts.ts';
import { goalGallery } from './goals.ts';
import { mentoringGallery } from './mentoring.ts';
import { overviewGallery } from './overview.ts';
import { planGallery } from './plan.ts';
import { refusalGallery } from './refusals.ts';
import { asked, nudged } from './reminder-facts.ts';
import { reviewGallery } from './reviews.ts';
import { greetingGallery } from './greetings.ts';
import { meetingGallery } from './meetings.ts';
import { commitmentGallery } from './commitments.ts';
import { claimGallery } from './waiting-claims.ts';
import { reminderGallery } from './reminders.ts';
import { pledgeGallery } from './pledges.ts';
import { boardGallery } from './board.ts';

/** Every card in every shape that it takes, with the trust's people. */
export const gallery: Readonly<Record<string, Card>> = {
  ...greetingGallery,
  ...meetingGallery,
  ...commitmentGallery,
  ...claimGallery,
  ...reminderGallery,
  ...pledgeGallery,
  ...boardGallery,
  ...reviewGallery,
  ...attendanceNudges(nudged, asked),
  ...agendaGallery,
  ...planGallery(nudged, asked),
  ...mentoringGallery(viewer),
  ...overviewGallery(viewer),
  ...educationGallery,
  ...goalGallery,
  ...refusalGallery,
};
