import { commitmentsCard } from '../../../bot/cards/commitments.ts';
import { progressCard } from '../../../bot/cards/progress.ts';
import type { Card } from '../../../bot/cards/render.ts';
import {
  attendedBefore,
  claimed,
  coming,
  commitment,
  forAoife,
  meeting,
  progress,
  viewer,
} from './facts.ts';
import { booked, confirmed, june, october, offered, year } from './meeting-facts.ts';
import { goalToDo, other, others, whole } from './other-commitment.ts';

function progressOf(...[meetings, person, standing]: Parameters<typeof progress>): Card {
  const shown = progress(meetings, person);
  return progressCard(viewer, shown, commitment(meetings, standing));
}

/** Where somebody stands. */
export const commitmentGallery: Readonly<Record<string, Card>> = {
  progress: progressOf(year),
  'progress, history': progressOf(year, { history: [attendedBefore] }),
  'progress, answered': progressOf([booked, october]),
  'progress, held': progressOf([meeting('2026-04-08'), june]),
  'progress, waiting': progressOf(
    [claimed('2026-04-08'), june],
    {},
    { status: 'waiting', awaits: 'network-chair' },
  ),
  'progress, met': progressOf(year, {}, { status: 'met', done: 4 }),
  'progress, out of reach': progressOf(
    [confirmed],
    {},
    { status: 'out-of-reach', left: 0, offered: 3, nextYearFirst: '2027-04-14' },
  ),
  'progress, queried': progressOf([
    meeting('2026-04-01', {
      state: 'queried',
      askedBy: 'network-chair',
      reason: 'different-meeting',
      may: ['claim', 'withdraw'],
    }),
    meeting('2026-04-08'),
    june,
  ]),
  'progress, more than asked': progressOf(year, {}, { status: 'met', done: 2, target: 1 }),
  'progress, no dates': progressOf([], {}, { status: 'out-of-reach', left: 0, offered: 0 }),
  'progress, to record': progressOf(
    [meeting('2026-04-08'), coming('2027-02-10')],
    { on: '2027-01-20' },
    { status: 'out-of-reach', needed: 2, left: 1, done: 2 },
  ),
  'progress, not asked': progressOf([june], {}, { status: 'not-asked', target: 0 }),
  'progress, paused': progressOf([june], {}, { status: 'paused' }),
  'progress, paused, assistant': progressOf([june], forAoife, { status: 'paused' }),
  'commitments, a goal to agree': commitmentsCard(viewer, whole),
  'commitments, away': commitmentsCard(
    viewer,
    progress([june], {
      commitments: [commitment([june], { status: 'paused' }), other('S2', 'paused')],
    }),
  ),
  'commitments, a goal that went otherwise': commitmentsCard(
    viewer,
    progress([], { commitments: [goalToDo('answered'), other('S3', 'met')] }),
  ),
  'commitments, a meeting to come': commitmentsCard(
    viewer,
    progress([june], { commitments: [commitment([june]), other('S2', 'met')] }),
  ),
  'commitments, a meeting answered': commitmentsCard(
    viewer,
    progress([booked], { commitments: [commitment([booked]), other('S2', 'met')] }),
  ),
  'commitments, a meeting to record': commitmentsCard(
    viewer,
    progress([offered, june], { commitments: [commitment([offered, june]), ...others] }),
  ),
  'commitments, a question of the chair': commitmentsCard(
    viewer,
    progress([], {
      commitments: [
        commitment([
          meeting('2026-04-08', {
            state: 'queried',
            askedBy: 'network-chair',
            reason: 'different-meeting',
            may: ['claim', 'withdraw'],
          }),
        ]),
        other('S2', 'met'),
      ],
    }),
  ),
  'commitments, of a leader': commitmentsCard(
    viewer,
    progress([], { commitments: [other('S2', 'on-track')] }),
  ),
};
