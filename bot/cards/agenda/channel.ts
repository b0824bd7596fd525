import { shortDate } from '../../contract/dates.ts';
import type { Item } from '../../contract/agenda.ts';
import type { Viewer } from '../card.ts';
import type { SeriesState } from '../meeting.ts';
import { refusalText } from '../refusals.ts';
import { compile, render, type Card } from '../render.ts';
import { cut } from './item.ts';
import answeredTemplate from './answered.json' with { type: 'json' };
import channelTemplate from './channel.json' with { type: 'json' };

const channelFill = compile(channelTemplate);
const answeredFill = compile(answeredTemplate);
const mostNetworks = 6;

/** What became of "link" in a team's channel. */
export function channelCard(viewer: Viewer, state: SeriesState): Card {
  const { organisation } = viewer;
  const networks = state.kind === 'choose' ? state.networks.slice(0, mostNetworks) : [];
  const network = state.kind === 'linked' ? state.network : '';
  const data = {
    heading: headingOf(state, network),
    text: textOf(state),
    networks: networks.map(({ id, name }) => ({ name, act: { organisation, network: id } })),
    linked: state.kind === 'linked',
    act: { organisation },
  };
  return render(channelFill, data, viewer);
}

function headingOf({ kind }: SeriesState, network: string): string {
  switch (kind) {
    case 'choose':
      return 'Which network’s channel is this?';
    case 'linked':
      return `This is the channel of the ${network}`;
    case 'unlinked':
      return 'Not linked to a network';
    case 'chairs-only':
      return 'A network’s chair or deputy can link this channel';
    case 'refused':
      return 'Nothing was changed';
  }
}

function textOf(state: SeriesState): string {
  switch (state.kind) {
    case 'choose':
      return 'What the board answers the network will be told here.';
    case 'linked':
      return 'What the board answers the network will be told here. Everybody in this channel reads it.';
    case 'unlinked':
      return 'What the board answers goes to the network’s chair and deputy alone.';
    case 'chairs-only':
      return 'They mention me here and type “link”. If you chair a network now, please ask your EDI lead to add the role.';
    case 'refused': {
      const { say, next } = refusalText(state.because);
      return `${say} ${next}`;
    }
  }
}

const longestFeedback = 2_000;

/** What the board said to an item, in the network's own channel: nobody is named. */
export function answeredCard(viewer: Viewer, item: Item, on: string): Card {
  const said = item.journey.findLast(({ step }) => step === 'fed-back');
  const board = item.journey.findLast(({ step }) => step === 'discussed')?.meeting;
  const data = {
    title: item.title,
    board: board === undefined ? '' : shortDate(board.date, on),
    text: cut(said?.text ?? '', longestFeedback),
  };
  return render(answeredFill, data, viewer);
}
