import { aboutCard } from '../../../bot/cards/about.ts';
import { attendedCard, claimCard, withdrawCard } from '../../../bot/cards/attendance.ts';
import { meetingChatCard, offerCard, seriesCard } from '../../../bot/cards/meeting.ts';
import { meetingsCard } from '../../../bot/cards/progress.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { chooseCard, datesCard, noneCard } from '../../../bot/cards/sentence.ts';
import type { Params } from '../../../bot/cards/views.ts';
import type { MyMeeting } from '../../../bot/contract/views.ts';
import { claimed, coming, forAoife, meeting, progress, viewer } from './facts.ts';
import {
  booked,
  confirmed,
  dwn,
  june,
  movedFrom,
  october,
  offered,
  year,
} from './meeting-facts.ts';

const threeHeld = [meeting('2026-04-08'), meeting('2026-04-15', dwn), meeting('2026-05-13')];

const ninth = ['05', '06', '07', '08', '09', '10', '11', '12'].map((month) =>
  coming(`2026-${month}-09`),
);

const fiveHeld = [...threeHeld, meeting('2026-05-20'), meeting('2026-05-27')];

function claimIn(
  differs: Parameters<typeof meeting>[1],
  person: Partial<typeof forAoife> = {},
): Card {
  const shown = meeting('2026-04-08', differs);
  return claimCard(viewer, progress([shown, june], person), shown.id);
}

const aboutOf = (meetings: MyMeeting[], why: Params['why'] = 'asked'): Card =>
  aboutCard(viewer, progress(meetings), { why, meetings: meetings.map(({ id }) => id).join(' ') });

/** Meetings, and what became of one’s own part in them. */
export const meetingGallery: Readonly<Record<string, Card>> = {
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
  offer: offerCard(viewer, progress([offered, june], {}), offered.id),
  'offer, stopped': offerCard(viewer, progress([offered, june], {}), offered.id, true),
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
  'claim, with the EDI lead': claimIn({ state: 'claimed', awaits: 'edi-lead', may: ['withdraw'] }),
  'claim, of another network': claimIn({ ...dwn, state: 'claimed', may: ['withdraw'] }),
  'claim, confirmed': claimIn({ state: 'confirmed', may: ['withdraw'] }),
  'claim, confirmed, assistant': claimIn({ state: 'confirmed', may: ['withdraw'] }, forAoife),
  'claim, queried': claimIn({
    state: 'queried',
    reason: 'different-meeting',
    askedBy: 'network-deputy',
    may: ['claim', 'withdraw'],
  }),
  'claim, queried, a word': claimIn({
    state: 'queried',
    reason: 'lets-talk',
    askedBy: 'edi-lead',
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
  'meetings, assistant': meetingsCard(
    viewer,
    progress([meeting('2026-04-08'), june, october], forAoife),
  ),
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
};
