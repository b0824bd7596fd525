import {
  educationAnsweredCard,
  educationWaitingCard,
  ownEducationCard,
} from '../../../bot/cards/education/cards.ts';
import type { Card } from '../../../bot/cards/render.ts';
import type { EducationToVerify, MyEducation, MyRecord } from '../../../bot/contract/education.ts';
import { viewer } from './facts.ts';

const record: MyRecord = {
  id: 'aoife~1',
  course: '**Leading** <b>inclusively</b> for boards, committees and everybody who sits on one',
  date: '2026-03-02',
  state: 'recorded',
  awaits: 'edi-lead',
  mayWithdraw: true,
};
const mine = (more: Partial<MyEducation> = {}): MyEducation => ({
  ...{ on: '2026-04-09', asked: true, mayRecord: true, lapsing: false, records: [record] },
  ...more,
});

const waits = (n: number): EducationToVerify['waiting'][number] => ({
  id: `leader-${n}~1`,
  course: 'Inclusive leadership for boards',
  date: '2026-02-10',
  person: `leader-${n}`,
  name: `Leader ${String(n).padStart(5, '0')}`,
  evidence:
    n % 2 === 0
      ? { kind: 'file', name: 'certificate.pdf', size: 34_000 }
      : { kind: 'link', address: `https://learning.example/${'a'.repeat(900)}` },
});
const toVerify = (count: number): EducationToVerify => ({
  on: '2026-04-09',
  waiting: Array.from({ length: count }, (_, n) => waits(n)),
  answered: [],
});
const answered = (mayReopen: boolean): EducationToVerify => ({
  ...toVerify(1),
  answered: [
    {
      ...waits(17),
      state: 'verified',
      until: '2029-02-09',
      answeredAt: '2026-04-09T08:30:00.000Z',
      answeredBy: 'Zainab Khan',
      mayReopen,
    },
  ],
});

/** The cards of inclusive leadership education. */
export const educationGallery: Readonly<Record<string, Card>> = {
  'education, nothing yet': ownEducationCard(viewer, mine({ records: [] }), { waiting: 0 }),
  'education, just recorded': ownEducationCard(viewer, mine(), { about: 'aoife~1', waiting: 2 }),
  'education, sent back': ownEducationCard(
    viewer,
    mine({ records: [{ ...record, state: 'returned', reason: 'another-day' }] }),
    { waiting: 0 },
  ),
  'education, lapsing': ownEducationCard(
    viewer,
    mine({ until: '2026-05-16', lapsing: true, records: [{ ...record, state: 'verified' }] }),
    { waiting: 0 },
  ),
  'education, not theirs': ownEducationCard(
    viewer,
    mine({ asked: false, mayRecord: false, records: [] }),
    { waiting: 0 },
  ),
  'education, none waits': educationWaitingCard(viewer, toVerify(0)),
  'education, one waits': educationWaitingCard(viewer, toVerify(1)),
  'education, one waits, one verified': educationWaitingCard(viewer, answered(true)),
  'education, twelve wait': educationWaitingCard(viewer, toVerify(12)),
  'education, verified': educationAnsweredCard(viewer, answered(true), ['leader-17~1'], []),
  'education, answered by another': educationAnsweredCard(
    ...([viewer, answered(false), ['leader-17~1'], ['already-verified']] as const),
  ),
  'education, nothing to take back': educationAnsweredCard(viewer, toVerify(0), undefined, []),
};
