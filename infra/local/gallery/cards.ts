import { aboutCard } from '../../../bot/cards/about.ts';
import { attendedCard, claimCard, withdrawCard } from '../../../bot/cards/attendance.ts';
import {
  elsewhereCard,
  helpCard,
  lostCard,
  insteadCard,
  unlinkedCard,
  welcomeCard,
  whoseCard,
} from '../../../bot/cards/greeting.ts';
import { agendaGallery } from './agenda.ts';
import { councilCard } from '../../../bot/cards/board/council.ts';
import { papersCard } from '../../../bot/cards/board/papers.ts';
import { decidedCard, waitingCard } from '../../../bot/cards/network.ts';
import { meetingChatCard, offerCard, seriesCard } from '../../../bot/cards/meeting.ts';
import { commitmentsCard } from '../../../bot/cards/commitments.ts';
import { nudgeCard } from '../../../bot/cards/nudge.ts';
import { pledgeCard } from '../../../bot/cards/pledges/card.ts';
import { mentoringGallery } from './mentoring.ts';
import { meetingsCard, progressCard } from '../../../bot/cards/progress.ts';
import { chooseCard, datesCard, noneCard, politeCard } from '../../../bot/cards/sentence.ts';
import type { Params } from '../../../bot/cards/views.ts';
import type { MyMeeting, Reminders } from '../../../bot/contract/views.ts';
import type { Pledge } from '../../../bot/contract/pledges.ts';
import { otherCommitment } from './other-commitment.ts';
import type { OtherCommitment } from '../../../bot/contract/next-step.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { doneCard, refusedCard, slowDownCard, tryAgainCard } from '../../../bot/cards/trouble.ts';
import { educationGallery } from './education.ts';
import { council, papers } from './board-facts.ts';
import { planGallery } from './plan.ts';
import { attendanceNudges } from './attendance.ts';
import { organisationsCard } from '../../../bot/cards/organisations.ts';
import { overviewGallery } from './overview.ts';
import { remindersCard } from '../../../bot/cards/reminders.ts';
import { reviewGallery } from './reviews.ts';
import {
  attendedBefore,
  assistant,
  claimed,
  colleague,
  coming,
  commitment,
  decidedClaim,
  deputy,
  ediLead,
  forAoife,
  me,
  meeting,
  progress,
  viewer,
  waiting,
  waitingClaim,
} from './facts.ts';
import { goalGallery } from './goals.ts';
import { refusalGallery } from './refusals.ts';

const june = coming('2026-06-10');
const october = coming('2026-10-14', { state: 'will-come', may: ['cannot-come'] });
const august = coming('2026-08-12', { state: 'members-only', may: [] });
const confirmed = meeting('2026-04-08', { state: 'confirmed', may: ['withdraw'] });
const offered = meeting('2026-04-08', { state: 'not-recorded', may: ['claim'] });
const dwn = {
  network: 'dwn',
  networkName: 'Disability and Wellbeing Network',
  countsForSilver: false,
};
const year = [confirmed, june, august, october, coming('2026-12-09'), coming('2027-02-10')];
const two = [waitingClaim('Aoife Okafor'), waitingClaim('Gareth Hargreaves', { onBehalf: true })];
const many = Array.from({ length: 60 }, (_, index) =>
  waitingClaim(`Leader ${String(index).padStart(5, '0')}`),
);
const threeHeld = [meeting('2026-04-08'), meeting('2026-04-15', dwn), meeting('2026-05-13')];
const ninth = ['05', '06', '07', '08', '09', '10', '11', '12'].map((month) =>
  coming(`2026-${month}-09`),
);
const fiveHeld = [...threeHeld, meeting('2026-05-20'), meeting('2026-05-27')];

const boardChair = me({ roles: [{ role: 'board-chair' }], pages: ['organisation'] });
const secretary = me({ roles: [{ role: 'board-secretary' }], pages: ['board', 'organisation'] });

function claimIn(
  differs: Parameters<typeof meeting>[1],
  person: Partial<typeof forAoife> = {},
): Card {
  const shown = meeting('2026-04-08', differs);
  return claimCard(viewer, progress([shown, june], person), shown.id);
}

/** Booked, as whoever answered sees it. */
const booked = coming('2026-06-10', { state: 'will-come', may: ['cannot-come', 'undo-intention'] });

function progressOf(...[meetings, person, standing]: Parameters<typeof progress>): Card {
  const shown = progress(meetings, person);
  return progressCard(viewer, shown, commitment(meetings, standing));
}

type Reminder = Reminders['reminders'][number];
const asked = (
  differs: Partial<Reminder> = {},
  held: Parameters<typeof meeting>[1] = {},
): Reminder => ({
  nudge: 'were-you-there:ren-2026-04-08',
  kind: 'were-you-there',
  due: true,
  muted: false,
  meeting: meeting('2026-04-08', { may: ['claim', 'not-there'], ...held }),
  ...differs,
});
const queued = (
  differs: Partial<Reminder> = {},
  queue: Partial<NonNullable<Reminder['queue']>> = {},
): Reminder => ({
  nudge: 'claims-waiting:ren~2026-04-08',
  kind: 'claims-waiting',
  due: true,
  muted: false,
  queue: {
    networkName: 'Race Equality Network',
    count: 2,
    since: '2026-04-08',
    supporting: false,
    next: '2026-04-16',
    ...queue,
  },
  ...differs,
});
const lastQueued: Reminder = {
  ...queued(),
  queue: { networkName: 'Race Equality Network', count: 1, since: '2026-04-01', supporting: false },
};
const changed = (now: Parameters<typeof coming>[1], differs: Partial<Reminder> = {}): Reminder => ({
  nudge: 'meeting-changed:ren-2026-06-10.20260409083000000',
  kind: 'meeting-changed',
  due: true,
  muted: false,
  meeting: coming('2026-06-17', now),
  ...differs,
});
const movedFrom = { date: '2026-06-10', start: '12:00' };
const cancelled = { state: 'cancelled', may: [] } satisfies Parameters<typeof coming>[1];
const takenOff = (next?: Reminder['next'], differs: Partial<Reminder> = {}): Reminder => ({
  nudge: 'attendance-taken-off:ren-2026-04-08',
  kind: 'attendance-taken-off',
  due: true,
  muted: false,
  meeting: meeting('2026-04-08', {
    ...cancelled,
    uncounted: true,
    cancelledBecause: 'It did *not* go ahead [see <b>minutes</b>]',
  }),
  standing: { done: 0, target: 4 },
  ...(next === undefined ? {} : { next }),
  ...differs,
});
const nudged = (...reminders: Reminder[]): Card =>
  nudgeCard(
    viewer,
    { on: '2026-04-09', reminders, muted: [] },
    reminders.map(({ nudge }) => nudge).join(' '),
  );
const pledgeToReview: Reminder = {
  nudge: 'pledge-review:20260109090000000-1~2026-04-09',
  kind: 'pledge-review',
  due: true,
  muted: false,
  pledge: { id: '20260109090000000-1', madeOn: '2026-01-09' },
};
const pledge = (differs: Partial<Pledge> = {}): Pledge => ({
  id: '20260109090000000-1',
  text: 'I will ask who is *not* in the room',
  madeOn: '2026-01-09',
  review: '2026-04-09',
  due: true,
  shared: false,
  reviews: [],
  ...differs,
});
const pledged = (pledges: Pledge[], reminder?: Reminder): Card =>
  pledgeCard(viewer, { on: '2026-04-09', pledges, mayMake: true, notes: [] }, undefined, reminder);
const { review: _, ...reviewed } = pledge({
  due: false,
  shared: true,
  reviews: [{ on: '2026-04-09', text: 'Two panels changed' }],
});
const other = (code: OtherCommitment['code'], status: OtherCommitment['status']): OtherCommitment =>
  otherCommitment(code, {
    title: { S2: 'Equality goal', S3: 'Inclusive leadership', 'S3.b': 'Reverse mentoring' }[code],
    status,
    done: status === 'met' ? 1 : 0,
    needed: status === 'met' ? 0 : 1,
    why: { line: code, framework: 'The framework’s words', rule: `${code}/1`, ours: false },
  });
const others = [other('S2', 'to-do'), other('S3', 'met'), other('S3.b', 'waiting')];
const whole = progress([confirmed, june], {
  commitments: [commitment([confirmed, june], { status: 'on-track' }), ...others],
});
const saidNo = { state: 'not-there', may: ['claim', 'undo-not-there'] } as const;

const aboutOf = (meetings: MyMeeting[], why: Params['why'] = 'asked'): Card =>
  aboutCard(viewer, progress(meetings), { why, meetings: meetings.map(({ id }) => id).join(' ') });
const { keep: __, ...onlySeen } = papers;
const quarterPaper: NonNullable<Reminder['quarterPaper']> = {
  ...{ start: '2026-04-01', end: '2026-06-30', supporting: false, next: '2026-04-21' },
  board: { date: '2026-05-07', papersDue: '2026-04-28', met: false },
};
const ofQuarter = (
  about: Partial<typeof quarterPaper> = {},
  differs: Partial<Reminder> = {},
): Reminder => ({
  ...{ nudge: 'quarter-paper:2026-04-01', kind: 'quarter-paper', due: true, muted: false },
  quarterPaper: { ...quarterPaper, ...about },
  ...differs,
});

/** Every card in every shape that it takes, with the trust's people. */
export const gallery: Readonly<Record<string, Card>> = {
  'welcome, executive': welcomeCard(
    viewer,
    me(),
    commitment([meeting('2026-04-08'), june]),
    waiting([]),
  ),
  'welcome, assistant': welcomeCard(viewer, assistant, commitment([june]), waiting([])),
  'welcome, assistant, one to record': welcomeCard(
    viewer,
    assistant,
    commitment([offered, june]),
    waiting([]),
  ),
  'welcome, deputy': welcomeCard(viewer, deputy, undefined, waiting(two)),
  'welcome, EDI lead': welcomeCard(viewer, ediLead, undefined, waiting([])),
  'welcome, colleague': welcomeCard(viewer, colleague, undefined, waiting([])),
  'welcome, EDI lead with courses and records': welcomeCard(
    viewer,
    ediLead,
    undefined,
    waiting([]),
    undefined,
    { of: 'edi-lead', courses: 1, records: 24 },
  ),
  'welcome, EDI lead, nothing waits': welcomeCard(
    viewer,
    ediLead,
    undefined,
    waiting([]),
    undefined,
    { of: 'edi-lead', courses: 0, records: 0 },
  ),
  'welcome, board secretary with an item': welcomeCard(
    viewer,
    secretary,
    undefined,
    waiting([]),
    undefined,
    { of: 'board-secretary', items: 1 },
  ),
  'welcome, deputy with an item': welcomeCard(viewer, deputy, undefined, waiting([]), undefined, {
    of: 'network-chair',
    items: 1,
  }),
  'welcome, mentor': welcomeCard(
    viewer,
    { ...colleague, mentoring: true, pages: ['commitments'] },
    undefined,
    waiting([]),
  ),
  'welcome, board chair': welcomeCard(viewer, boardChair, undefined, waiting([])),
  help: helpCard(viewer, me()),
  'help, deputy': helpCard(viewer, deputy),
  'help, colleague': helpCard(viewer, colleague),
  'help, board chair': helpCard(viewer, boardChair),
  'help, board secretary': helpCard(viewer, secretary),
  lost: lostCard(viewer, me()),
  'lost, colleague': lostCard(viewer, colleague),
  'lost, board chair': lostCard(viewer, boardChair),
  'lost, too long': lostCard(viewer, me(), 'too-long'),
  'lost, of somebody else': lostCard(viewer, deputy, 'somebody-else'),
  'lost, a chair’s calendar': lostCard(viewer, deputy, 'keep-calendar'),
  'about, held': aboutOf([meeting('2026-04-08', { may: ['claim', 'not-there'] })]),
  'about, to come': aboutOf([june]),
  'about, moved': aboutOf([coming('2026-06-17', { movedFrom })]),
  'about, booked, assistant': aboutCard(
    viewer,
    progress([{ ...june, state: 'will-come', may: ['cannot-come'] }], forAoife),
    { meetings: june.id },
  ),
  'about, not sure': aboutOf([june], 'unsure'),
  'about, wasn’t there': aboutOf([
    meeting('2026-04-08', { state: 'not-there', may: ['claim', 'undo-not-there'] }),
  ]),
  'about, recorded': aboutOf([confirmed]),
  'about, two': aboutOf([meeting('2026-04-08', { may: ['claim', 'not-there'] }), june]),
  'about, yes to what': aboutCard(viewer, progress([meeting('2026-04-08'), june]), {
    why: 'answer',
  }),
  'about, nothing waits': aboutCard(viewer, progress([confirmed]), { why: 'answer' }),
  'dates, none': datesCard(viewer, { kind: 'dates', meetings: [] }, '2026-04-09'),
  'dates, one': datesCard(viewer, { kind: 'dates', meetings: [june] }, '2026-04-09'),
  'dates, two': datesCard(viewer, { kind: 'dates', meetings: [confirmed, june] }, '2026-04-09'),
  choose: chooseCard(
    viewer,
    {
      kind: 'choose',
      wish: 'attended',
      choices: [offered, meeting('2026-04-08', { ...dwn, id: 'dwn-2026-04-08' })].map((held) => ({
        ...held,
        act: { verb: 'claim', data: { organisation: 'ZPV', meeting: held.id } },
      })),
    },
    '2026-04-09',
  ),
  'none, of a network': noneCard(
    viewer,
    {
      kind: 'none',
      because: 'no-meeting-then',
      heard: '31 May',
      networks: ['Race Equality Network'],
      ahead: false,
      knows: [confirmed, june],
    },
    '2026-04-09',
  ),
  thanks: politeCard(viewer, 'thanks'),
  fine: politeCard(viewer, 'fine'),
  'instead, a deputy asks for meetings': insteadCard(viewer, deputy, 'executive'),
  'instead, the board secretary asks for meetings': insteadCard(viewer, secretary, 'executive'),
  'instead, the board chair asks for meetings': insteadCard(viewer, boardChair, 'executive'),
  'instead, an executive asks for claims': insteadCard(viewer, me(), 'decider'),
  'instead, a colleague asks for claims': insteadCard(viewer, colleague, 'decider'),
  papers: papersCard(viewer, papers),
  'papers, board chair': papersCard(viewer, onlySeen),
  'papers, planned': papersCard(viewer, papers, 'p-1'),
  'papers, presented': papersCard(viewer, papers, 'p-2'),
  'papers, taken off': papersCard(viewer, papers, 'p-0'),
  'papers, nothing missing': papersCard(viewer, { ...papers, missing: [], papers: [] }),
  'papers, one that nobody planned': papersCard(viewer, papers, 'record'),
  council: councilCard(viewer, council),
  'council, only seen': councilCard(viewer, { ...council, mayKeep: false }),
  'council, met': councilCard(viewer, council, 'council~1'),
  'council, terms': councilCard(viewer, council, 'council~0'),
  'council, a line': councilCard(viewer, council, 'S1.a~0'),
  'council, taken back': councilCard(viewer, { ...council, meetings: [] }, 'council~1'),
  ...reviewGallery,
  'nudge, quarter without a paper': nudged(ofQuarter()),
  'nudge, quarter, its board met': nudged(
    ofQuarter({ board: { date: '2026-04-07', papersDue: '2026-03-30', met: true } }),
  ),
  'nudge, quarter, EDI sponsor': nudged(ofQuarter({ supporting: true })),
  'nudge, quarter, put off': nudged(ofQuarter({}, { snoozedUntil: '2026-04-10' })),
  'nudge, quarter, off': nudged(ofQuarter({}, { muted: true })),
  'nudge, quarter looked after': nudged(ofQuarter({}, { due: false })),
  'nudge, quarter and a meeting': nudged(asked(), ofQuarter()),
  ...attendanceNudges(nudged, asked),
  reminders: remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [asked(), ofQuarter({}, { comesNext: '2026-04-21' })],
    muted: [],
  }),
  'reminders, why this one': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [ofQuarter({}, { comesNext: '2026-04-21' })],
    muted: [],
  }),
  'reminders, put off': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [asked({ snoozedUntil: '2026-04-16' })],
    muted: ['own-goal', 'pledge-review'],
  }),
  'reminders, off': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [asked({ muted: true })],
    muted: ['were-you-there'],
    hours: { opens: '08:00', closes: '17:30' },
  }),
  'reminders, to support': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [ofQuarter({ supporting: true })],
    muted: [],
  }),
  'reminders, none': remindersCard(viewer, { on: '2026-04-09', reminders: [], muted: [] }),
  'reminders, none, five off': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [],
    muted: ['own-goal', 'pledge-review', 'in-private', 'team-goals', 'were-you-there'],
  }),
  unlinked: unlinkedCard(viewer, 'not-on-the-staff-list', ['Zainab Khan']),
  'unlinked, has left': unlinkedCard(viewer, 'left', ['Zainab Khan']),
  'unlinked, nobody to ask': unlinkedCard(viewer, 'guest', []),
  organisations: organisationsCard(viewer, [
    { code: 'ZQX', name: 'Fellside Community NHS Trust' },
    { code: 'ZPV', name: 'Pennine Vale NHS Foundation Trust' },
  ]),
  'organisations, only one': organisationsCard(viewer, [
    { code: 'ZPV', name: 'Pennine Vale NHS Foundation Trust' },
  ]),
  elsewhere: elsewhereCard(viewer),
  offer: offerCard(viewer, progress([offered, june], {}), offered.id),
  'offer, once recorded': offerCard(viewer, progress([confirmed, june], {}), confirmed.id),
  'meeting chat': meetingChatCard(viewer),
  'series, choose': seriesCard(viewer, {
    kind: 'choose',
    networks: [
      { id: 'ren', name: 'Race Equality Network' },
      { id: 'dwn', name: 'Disability and Wellbeing Network' },
    ],
  }),
  'series, linked': seriesCard(viewer, { kind: 'linked', network: 'Race Equality Network' }),
  'series, not linked': seriesCard(viewer, { kind: 'unlinked' }),
  'series, chairs only': seriesCard(viewer, { kind: 'chairs-only' }),
  'series, refused': seriesCard(viewer, { kind: 'refused', because: 'linked-elsewhere' }),
  ...agendaGallery,
  whose: whoseCard(
    viewer,
    me({
      roles: [
        ...assistant.roles,
        { role: 'executive-assistant', for: { id: 'claire', name: 'Claire Schofield' } },
      ],
    }),
    'meetings',
  ),
  'attended, none': attendedCard(viewer, progress([june])),
  'attended, one': attendedCard(viewer, progress([meeting('2026-04-08'), june])),
  'attended, one, assistant': attendedCard(viewer, progress([meeting('2026-04-08')], forAoife)),
  'attended, three': attendedCard(viewer, progress(threeHeld)),
  'attended, five': attendedCard(viewer, progress(fiveHeld)),
  'claim, with the chair': claimIn({ state: 'claimed', may: ['withdraw'] }),
  'claim, with the chair, assistant': claimIn(
    { state: 'claimed', may: ['withdraw'], onBehalf: true },
    forAoife,
  ),
  'claim, of another network': claimIn({ ...dwn, state: 'claimed', may: ['withdraw'] }),
  'claim, confirmed': claimIn({ state: 'confirmed', may: ['withdraw'] }),
  'claim, confirmed, assistant': claimIn({ state: 'confirmed', may: ['withdraw'] }, forAoife),
  'claim, queried': claimIn({
    state: 'queried',
    reason: 'different-meeting',
    may: ['claim', 'withdraw'],
  }),
  'claim, queried, a word': claimIn({
    state: 'queried',
    reason: 'lets-talk',
    may: ['claim', 'withdraw'],
  }),
  'claim, queried, not listed': claimIn({
    state: 'queried',
    reason: 'not-on-my-list',
    may: ['claim', 'withdraw'],
  }),
  'claim, taken back': claimIn({ state: 'withdrawn', may: ['claim'] }),
  'claim, voided': claimIn({ state: 'voided', may: [] }),
  'claim, cancelled': claimIn({ state: 'cancelled', may: [] }),
  'claim, cancelled after it was confirmed': claimIn({
    ...{ state: 'cancelled', may: [], uncounted: true },
    cancelledBecause: 'It did *not* go ahead',
  }),
  'claim, open': claimIn({}),
  'claim, the speaker’s alone': claimCard(
    viewer,
    progress([meeting('2026-04-08', { state: 'claimed', may: ['withdraw'] }), june]),
    'ren-2026-04-08',
    'alone',
  ),
  'claim, of a year gone by': claimCard(viewer, progress([june]), 'ren-2025-02-05'),
  'meetings, none': meetingsCard(viewer, progress([])),
  meetings: meetingsCard(viewer, progress(year)),
  'meetings, answered': meetingsCard(viewer, progress([booked, october])),
  'meetings, more than a card holds': meetingsCard(viewer, progress([...year, ...ninth])),
  'meetings, moved and cancelled': meetingsCard(
    viewer,
    progress([
      coming('2026-06-17', { movedFrom: { date: '2026-06-10', start: '12:00' } }),
      meeting('2026-04-08', { state: 'cancelled', may: [], uncounted: true }),
      meeting('2026-10-14', { state: 'cancelled', may: [] }),
    ]),
  ),
  'help, chair': helpCard(viewer, deputy),
  'meetings, assistant': meetingsCard(
    viewer,
    progress([meeting('2026-04-08'), june, october], forAoife),
  ),
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
  'progress, paused': progressOf([june], forAoife, { status: 'paused' }),
  'withdraw, none': withdrawCard(viewer, progress([june])),
  'withdraw, one': withdrawCard(viewer, progress([confirmed, june])),
  'withdraw, two': withdrawCard(viewer, progress([confirmed, claimed('2026-06-10')])),
  'withdraw, five': withdrawCard(
    viewer,
    progress(
      fiveHeld.map(({ date }) => claimed(date)),
      forAoife,
    ),
  ),
  'waiting, none': waitingCard(viewer, waiting([])),
  'waiting, one': waitingCard(viewer, waiting([waitingClaim('Aoife Okafor')])),
  'waiting, two': waitingCard(viewer, waiting(two, [decidedClaim('Marcus Hussain')])),
  'waiting, sixty': waitingCard(viewer, waiting(many)),
  'waiting, instead of a chair': waitingCard(
    viewer,
    waiting(two.map((claim) => ({ ...claim, needsReason: true }))),
  ),
  'decided, one': decidedCard(viewer, waiting([], [decidedClaim('Aoife Okafor')]), [
    'aoife-okafor~ren-2026-04-08',
  ]),
  'decided, two': decidedCard(
    viewer,
    waiting(two, [decidedClaim('Aoife Okafor'), decidedClaim('Marcus Hussain')]),
    ['aoife-okafor~ren-2026-04-08', 'marcus-hussain~ren-2026-04-08'],
  ),
  'decided, asked': decidedCard(
    viewer,
    waiting([], [decidedClaim('Aoife Okafor', { state: 'queried' })]),
    ['aoife-okafor~ren-2026-04-08'],
    ['own-claim'],
  ),
  'decided, one by the chair': decidedCard(
    viewer,
    waiting(
      [],
      [
        decidedClaim('Aoife Okafor'),
        decidedClaim('Claire Schofield', { by: 'Leila Kaur', mayReopen: false }),
      ],
    ),
    ['aoife-okafor~ren-2026-04-08', 'claire-schofield~ren-2026-04-08'],
  ),
  'decided, all by the chair': decidedCard(
    viewer,
    waiting(
      [],
      [decidedClaim('Claire Schofield', { state: 'queried', by: 'Leila Kaur', mayReopen: false })],
    ),
    ['claire-schofield~ren-2026-04-08'],
  ),
  'decided, by somebody else': decidedCard(viewer, waiting([]), ['aoife-okafor~ren-2026-04-08']),
  'decided, all that can be taken back': decidedCard(
    viewer,
    waiting([], [decidedClaim('Aoife Okafor')]),
    undefined,
  ),
  'nudge, were you there': nudged(asked()),
  'nudge, said no': nudged(asked({ due: false }, { ...saidNo, may: [...saidNo.may] })),
  'nudge, put off': nudged(asked({ snoozedUntil: '2026-04-10' })),
  'nudge, switched off': nudged(asked({ muted: true })),
  'nudge, recorded': nudged(asked({ due: false }, { state: 'claimed', may: ['withdraw'] })),
  'nudge, asked again': nudged(asked({ again: true })),
  'nudge, moved': nudged(changed({ movedFrom })),
  'nudge, moved, will come': nudged(
    changed(
      { movedFrom, state: 'will-come', may: ['cannot-come', 'undo-intention'] },
      { due: false },
    ),
  ),
  'nudge, moved, can’t come': nudged(
    changed({ movedFrom, state: 'cannot-come', may: ['will-come'] }, { due: false }),
  ),
  'nudge, moved, and over': nudged(
    changed({ movedFrom, state: 'not-recorded', may: ['claim', 'not-there'] }, { due: false }),
  ),
  'nudge, moved, switched off': nudged(changed({ movedFrom }, { muted: true })),
  'nudge, cancelled': nudged(changed({ ...cancelled, cancelledBecause: 'Two events on one day.' })),
  'nudge, cancelled, and over': nudged(changed(cancelled, { due: false })),
  'nudge, members only': nudged(changed({ state: 'members-only', may: [] })),
  'nudge, taken off': nudged(takenOff(june)),
  'nudge, taken off, nothing to come': nudged(takenOff()),
  'nudge, taken off, booked': nudged(takenOff(october)),
  'nudge, two that changed': nudged(takenOff(june), changed({ movedFrom })),
  'nudge, two cancelled': nudged(changed(cancelled), changed({ state: 'members-only', may: [] })),
  'nudge, two': nudged(asked(), queued()),
  'nudge, two, claims first': nudged(queued(), asked()),
  'nudge, two, claims for the last time': nudged(asked(), lastQueued),
  'nudge, two, claims put off': nudged(asked(), queued({ snoozedUntil: '2026-04-10' })),
  'nudge, taken back': nudged(asked({ due: false }, { state: 'withdrawn', may: ['claim'] })),
  'nudge, to support': nudged(queued({}, { supporting: true })),
  'nudge, nothing any more': nudged(queued({ due: false }, { count: 0 })),
  'nudge, of nothing': nudged(),
  'nudge, claims waiting': waitingCard(viewer, waiting(two), queued()),
  'nudge, claims waiting, put off': waitingCard(
    viewer,
    waiting(two),
    queued({ snoozedUntil: '2026-04-10' }),
  ),
  'nudge, claims waiting, last': waitingCard(
    viewer,
    waiting([waitingClaim('Aoife Okafor')]),
    lastQueued,
  ),
  'nudge, claims waiting, switched off': waitingCard(viewer, waiting(two), queued({ muted: true })),
  'refused, a question': refusedCard(viewer, 'not-yours'),
  'try again': tryAgainCard(viewer, {
    verb: 'claim',
    data: { organisation: 'ZPV', meeting: 'ren-2026-04-08', tap: 'tap' },
  }),
  'slow down': slowDownCard(viewer),
  done: doneCard(viewer, 'claim', { meeting: 'ren-2026-04-08' }),
  'commitments, a goal to agree': commitmentsCard(viewer, whole),
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
  'welcome, leader': welcomeCard(
    viewer,
    me({ roles: [], leads: true, pages: ['commitments'] }),
    undefined,
    waiting([]),
    progress([], { commitments: [other('S2', 'to-do')] }),
  ),
  'welcome, executive with all commitments': welcomeCard(
    viewer,
    me(),
    commitment([june]),
    waiting([]),
    whole,
  ),
  'pledge, none yet': pledged([]),
  'pledge, its day is here': pledged([pledge()]),
  'pledge, its day is ahead': pledged([pledge({ due: false, review: '2026-07-09' })]),
  'pledge, looked at': pledged([reviewed, pledge({ id: '2', due: false })]),
  'nudge, a pledge': pledged([pledge()], pledgeToReview),
  'nudge, a pledge put off': pledged([pledge()], { ...pledgeToReview, snoozedUntil: '2026-04-10' }),
  'nudge, a pledge, switched off': pledged([pledge()], { ...pledgeToReview, muted: true }),
  'nudge, a pledge among others': nudged(asked(), pledgeToReview),
  'help, leader': helpCard(viewer, me({ roles: [], leads: true })),
  ...planGallery(nudged, asked),
  ...mentoringGallery(viewer),
  ...overviewGallery(viewer),
  ...educationGallery,
  ...goalGallery,
  ...refusalGallery,
};
