import type { ActData, Verb } from '../../../bot/contract/acts.ts';
import type { NewVerb } from '../../http/support/matrix-ways.ts';
import type { Stage, Who } from '../../http/support/matrix-house.ts';
import { APRIL_8, JUNE_10, RACE } from '../../support/small-trust.ts';

type PlainVerb = Exclude<Verb, NewVerb>;
type Plain = {
  readonly [V in PlainVerb]: readonly [Who, (stage: Stage) => ActData[V] | Promise<ActData[V]>];
};

const meeting = { meeting: APRIL_8 };
const next = { meeting: JUNE_10 };
const claimOf = async ({ does, cast }: Stage): Promise<string> => {
  await does('nurse', { verb: 'claim', data: meeting });
  return `${cast.nurse}~${APRIL_8}`;
};
const times = { start: '15:00', end: '16:00' };
const entered = ({ does }: Stage): Promise<string> =>
  does('nurse', {
    verb: 'enter-history',
    data: { what: 'education', date: '2026-02-03', course: 'Zqcourse', document: 'Zqregister' },
  });
const conversation = '19:meeting_any@thread.v2';
const added = ({ does }: Stage): Promise<string> =>
  does('chair', {
    verb: 'add-meeting',
    data: { network: RACE, date: '2026-09-09', ...times, title: 'Zqextra', openToExecutives: true },
  });
const drafted = ({ does }: Stage): Promise<string> =>
  does('edi', { verb: 'draft-snapshot', data: { on: '2026-04-08' } });
const reviewed = { line: 'R1', date: '2026-04-02', document: 'Zqreview' } as const;

/** An act of each verb that the matrix doesn't have. */
export const plainActs: Plain = {
  claim: ['nurse', () => meeting],
  withdraw: ['nurse', () => meeting],
  intend: ['operating', () => ({ ...next, answer: 'will-come' })],
  'undo-intention': ['operating', () => ({ ...next, answer: 'will-come' })],
  'not-there': ['sponsor', () => meeting],
  'undo-not-there': ['sponsor', () => meeting],
  snooze: ['nurse', () => ({ nudge: `were-you-there:${APRIL_8}`, until: 'tomorrow' })],
  mute: ['nurse', () => ({ kind: 'pledge-review' })],
  unmute: ['nurse', () => ({ kind: 'pledge-review' })],
  confirm: ['chair', async (stage) => ({ claims: [await claimOf(stage)] })],
  query: ['deputy', async (stage) => ({ claim: await claimOf(stage), reason: 'lets-talk' })],
  reopen: ['chair', async (stage) => ({ claim: await claimOf(stage) })],
  void: ['edi', async (stage) => ({ claim: await claimOf(stage), reason: 'Zqvoid' })],
  'enter-history': [
    'operating',
    () => ({ what: 'education', date: '2026-02-04', course: 'Zqcourse', document: 'Zqregister' }),
  ],
  'verify-history': ['edi', async (stage) => ({ entries: [await entered(stage)] })],
  'reopen-history': ['edi', async (stage) => ({ entries: [await entered(stage)] })],
  'withdraw-history': ['nurse', async (stage) => ({ entry: await entered(stage) })],
  'unlink-series': ['chair', () => ({ conversation })],
  'add-meeting': [
    'chair',
    () => ({
      network: RACE,
      date: '2026-09-16',
      ...times,
      title: 'Zqmore',
      openToExecutives: true,
    }),
  ],
  'move-meeting': [
    'chair',
    async (stage) => ({ meeting: await added(stage), date: '2026-09-10', ...times }),
  ],
  'cancel-meeting': ['chair', async (stage) => ({ meeting: await added(stage), reason: 'Zqaway' })],
  'restore-meeting': ['chair', async (stage) => ({ meeting: await added(stage) })],
  'open-meeting': [
    'chair',
    async (stage) => ({ meeting: await added(stage), openToExecutives: false }),
  ],
  'import-meetings': [
    'chair',
    () => ({ network: RACE, file: 'Date,Start,End,Title\n2026-11-11,12:00,13:00,Zqfile\n' }),
  ],
  'follow-calendar': ['nurse', () => ({ calendar: 'own', secret: `Zq0${'A'.repeat(40)}` })],
  'unfollow-calendar': ['nurse', () => ({ calendar: 'own' })],
  'draft-snapshot': ['edi', () => ({ on: '2026-04-07' })],
  'approve-snapshot': ['sponsor', async (stage) => ({ snapshot: await drafted(stage) })],
  'freeze-snapshot': ['sponsor', async (stage) => ({ snapshot: await drafted(stage) })],
  'submit-snapshot': [
    'edi',
    async (stage) => ({ snapshot: await drafted(stage), date: '2026-04-09' }),
  ],
  'record-feedback': [
    'edi',
    async (stage) => ({
      ...{ snapshot: await drafted(stage), date: '2026-04-09', words: 'Zqfeedback' },
    }),
  ],
  'withdraw-snapshot': ['edi', async (stage) => ({ snapshot: await drafted(stage) })],
  'take-back-snapshot': ['edi', async (stage) => ({ snapshot: await drafted(stage) })],
  'record-review': ['edi', () => reviewed],
  'take-back-review': ['edi', () => ({ move: 'R1~1' })],
  'correct-listing': [
    'edi',
    ({ cast }) => ({
      ...{ person: cast.leader, what: 'grade', from: '2026-04-02', band: '8a' },
      because: 'told-by-hr',
    }),
  ],
  'take-back-correction': ['edi', ({ cast }) => ({ correction: cast.leader })],
  'settle-grade': ['edi', () => ({ item: 'unknown-grade-any', band: '8a' })],
  'unlink-account': ['edi', ({ cast }) => ({ item: `address-taken-${cast.colleague}` })],
  'leave-item': ['edi', () => ({ item: 'any', because: 'still-here' })],
  'reopen-item': ['edi', () => ({ item: 'any' })],
  'propose-correction': ['nurse', () => ({ what: 'manager' })],
};
