import { shortDate } from '../../contract/dates.ts';
import {
  involvementWords,
  levelNames,
  stateNames,
  targetWords,
} from '../../contract/plan-words.ts';
import type { PlanLine } from '../../contract/plan.ts';
import type { Reminders } from '../../contract/views.ts';
import { tabLink, type Viewer } from '../card.ts';
import { compile, render, type Card } from '../render.ts';
import template from './plan.json' with { type: 'json' };
import { headingOf, pageOf, whyOf } from './reminder-words.ts';

type Reminder = Reminders['reminders'][number];

const fill = compile(template);

/** One line of the action plan, with what its reader may do about it. `reminder`: it came unasked. */
export function planCard(
  viewer: Viewer,
  line: PlanLine,
  { on, others, reminder }: { on: string; others: number; reminder?: Reminder },
): Card {
  const { organisation } = viewer;
  const may = (act: PlanLine['may'][number]): boolean => line.may.includes(act);
  const asks = may('confirm');
  const act = { organisation, plan: line.id };
  const page = asks ? 'network' : pageOf(reminder);
  const heading = reminder === undefined ? headingAlone(line) : headingOf(reminder);
  const data = {
    reminder: reminder !== undefined,
    heading,
    said: heading.endsWith('?') ? heading : `${heading}.`,
    action: line.action,
    level: levelNames[line.framework.level],
    where: `${stateNames[line.state]}, with ${line.owner.name}`,
    target: targetWords(line, on),
    progress: line.progress?.text ?? '',
    network: involvementWords(line, on),
    part: line.involvement?.text ?? '',
    ...{ asks, begin: may('begin'), close: may('close'), undo: may('take-back') },
    question: may('question'),
    act,
    answer: { ...act, asked: line.involvement?.asked ?? 0 },
    takeBack: { ...act, seen: line.seen },
    others,
    ...aboutReminder(viewer, reminder, on),
    link: tabLink(viewer, page),
    linkTitle: linkTitle(page, others),
  };
  return render(
    fill,
    data,
    viewer,
    reminder === undefined
      ? { view: 'plan', params: { about: line.id } }
      : { view: 'nudge', params: { nudges: reminder.nudge } },
  );
}

/** Nobody's line: where the plan is to be found. */
export function noPlanCard(viewer: Viewer): Card {
  const text = 'No line of the action plan is yours, and none names a network of yours.';
  return render(
    () => ({
      speak: text,
      fallbackText: text,
      body: [{ type: 'TextBlock', text, wrap: true }],
      actions: [
        {
          type: 'Action.OpenUrl',
          title: linkTitle('commitments', 0),
          url: tabLink(viewer, 'commitments'),
        },
      ],
    }),
    {},
    viewer,
    { view: 'plan', params: {} },
  );
}

function headingAlone({ may, involvement }: PlanLine): string {
  return may.includes('confirm') && involvement?.state === 'waiting'
    ? 'Did your network take part?'
    : 'A line of the action plan';
}

function linkTitle(page: 'commitments' | 'network' | 'organisation', others: number): string {
  if (page === 'network') return 'See my network';
  if (page === 'organisation') return 'See the action plan';
  return others > 1 ? 'See all my lines' : 'See my commitments';
}

/** Why it came, and how it is put off or stopped. */
function aboutReminder({ organisation }: Viewer, reminder: Reminder | undefined, on: string) {
  const { muted = false, snoozedUntil, nudge = '', kind = '', due = false, plan } = reminder ?? {};
  const back = { organisation, back: 'nudge', nudges: nudge };
  const snoozed = snoozedUntil === undefined ? '' : shortDate(snoozedUntil, on);
  return {
    muted,
    snoozed,
    why: reminder === undefined || snoozed !== '' || muted ? '' : whyOf(reminder, on),
    maySnooze: due && !muted && snoozed === '' && plan?.supporting === false,
    tomorrow: { ...back, nudge, until: 'tomorrow' },
    kindOf: { ...back, kind },
  };
}
