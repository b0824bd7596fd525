import type { Commitment, Progress } from '../contract/views.ts';
import { nextOfAll, toldStatus, type OtherCommitment } from '../contract/next-step.ts';
import { isPausedByAbsence, standingOfAll } from '../contract/standing.ts';
import { toDoWords } from '../contract/to-do-words.ts';
import { show, tabLink, whose, type Viewer } from './card.ts';
import template from './commitments.json' with { type: 'json' };
import { nextMeeting, statusTone } from './progress.ts';
import { compile, render, type Card } from './render.ts';
import type { View } from './views.ts';
import { awayWords, openToDoWords, otherStatusWords, statusWords } from './words.ts';

const fill = compile(template);

/** All that somebody commits to, a line each, and the one thing to do next. */
export function commitmentsCard(viewer: Viewer, progress: Progress): Card {
  const { act } = whose(viewer, progress);
  const next = nextOfAll(progress);
  const data = {
    standing: standingOfAll(progress),
    lines: progress.commitments.map((commitment) => lineOf(commitment, progress)),
    away: isPausedByAbsence(progress) ? awayWords(true) : '',
    ...toDoOf(viewer, next.kind === 'to-do' ? next.commitment : undefined),
    ...nextMeeting(next.kind === 'to-do' ? { kind: 'nothing' } : next, progress.on, act),
    link: tabLink(viewer, 'commitments'),
  };
  return render(fill, data, viewer, { view: 'progress', params: {} });
}

/** The card on which each is looked after. */
const views = { S2: 'goal', S3: 'education', 'S3.b': 'mentoring' } as const satisfies Record<
  OtherCommitment['code'],
  View
>;

function toDoOf(viewer: Viewer, next: OtherCommitment | undefined) {
  if (next === undefined) return { toDo: '', toDoWhy: '', toDoTitle: '', toDoShow: {} };
  const { title, line } = toDoWords(next);
  const toDoShow = show(viewer, views[next.code]);
  return { toDo: title, toDoWhy: line, toDoTitle: openToDoWords(next), toDoShow };
}

function lineOf(commitment: Commitment, progress: Progress) {
  if (commitment.code !== 'S4.own') {
    const { title, status } = commitment;
    return { title, status: otherStatusWords(status), tone: statusTone(status) };
  }
  const { title, done, target, awaits } = commitment;
  const status = toldStatus(commitment, progress);
  return {
    title: done > target ? `${title}: ${done}, ${target} needed` : `${title}: ${done} of ${target}`,
    status: statusWords(status, awaits),
    tone: statusTone(status),
  };
}
