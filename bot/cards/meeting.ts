import type { Refusal } from '../contract/acts.ts';
import type { Progress } from '../contract/views.ts';
import { meetingTime, shortDate } from '../contract/dates.ts';
import { allMeetings, claimCard } from './attendance.ts';
import { whose, type Viewer } from './card.ts';
import meetingChatTemplate from './meeting-chat.json' with { type: 'json' };
import offerTemplate from './offer.json' with { type: 'json' };
import { refusalText } from './refusals.ts';
import { compile, render, type Card } from './render.ts';
import seriesTemplate from './series.json' with { type: 'json' };

const offer = compile(offerTemplate);
const meetingChat = compile(meetingChatTemplate);
const series = compile(seriesTemplate);

/**
 * After a meeting, to an executive who was there: one tap records it. Then it is the claim's card.
 * `muted`: they have stopped such questions, and can turn them on again.
 */
export function offerCard(
  viewer: Viewer,
  progress: Progress,
  meetingId: string,
  muted = false,
): Card {
  const meeting = allMeetings(progress).find(({ id }) => id === meetingId);
  if (meeting?.state !== 'not-recorded' || !meeting.may.includes('claim')) {
    return claimCard(viewer, progress, meetingId);
  }
  const { act } = whose(viewer, progress);
  const today = meeting.date === progress.on;
  const data = {
    network: meeting.networkName,
    when: today ? 'today' : `on ${shortDate(meeting.date, progress.on)}`,
    time: meetingTime(meeting, progress.on),
    act: { ...act, meeting: meeting.id },
    muted,
    kindOf: { ...act, kind: 'were-you-there', back: 'offer', meeting: meeting.id },
  };
  return render(offer, data, viewer, { view: 'offer', params: { meeting: meeting.id } });
}

/** What the bot is and does in a meeting's chat, where everybody reads along. */
export function meetingChatCard(viewer: Viewer): Card {
  return render(meetingChat, {}, viewer);
}

/** What became of a series: which of a chair's networks it is, or that it is one. */
export type SeriesState =
  | { kind: 'choose'; networks: readonly { id: string; name: string }[] }
  | { kind: 'linked'; network: string }
  | { kind: 'unlinked' }
  | { kind: 'chairs-only' }
  | { kind: 'refused'; because: Refusal };

/** Beside nothing else: a chair has some five networks at most, and a card six buttons. */
const MOST_NETWORKS = 6;

export function seriesCard(viewer: Viewer, state: SeriesState): Card {
  const { organisation } = viewer;
  const refusal = state.kind === 'refused' ? refusalText(state.because) : { say: '', next: '' };
  const networks = state.kind === 'choose' ? state.networks.slice(0, MOST_NETWORKS) : [];
  const data = {
    state: state.kind,
    network: state.kind === 'linked' ? state.network : '',
    ...refusal,
    networks: networks.map(({ id, name }) => ({ name, act: { organisation, network: id } })),
    act: { organisation },
  };
  return render(series, data, viewer);
}
