import type { AgendaVerb } from '../../../bot/contract/agenda.ts';
import type { BoardVerb } from '../../../bot/contract/board.ts';
import { RACE } from '../../support/small-trust.ts';
import {
  words,
  item,
  raised,
  triaged,
  meeting,
  heard,
  discussed,
  declined,
  seen,
  planned,
  presented,
  terms,
  ofNetwork,
  ofSecretary,
  ofKeepers,
  ofCouncil,
  type Row,
} from './matrix-ways.ts';

/** Items for the board, papers, the organisation's own word, and the council. */
export const boardRows: { readonly [V in AgendaVerb | BoardVerb]: Row<V> } = {
  'raise-item': {
    ready: () => ({ network: RACE, ...item }),
    may: ['chair', 'deputy'],
    others: 'not-your-network',
    instead: { text: 'Another text.' },
  },
  'edit-item': {
    ready: async (house) => ({ ...(await raised(house)), ...item, title: 'Nights' }),
    ...ofNetwork,
    instead: { text: 'Another text.' },
  },
  'withdraw-item': { ready: raised, ...ofNetwork, instead: 'ask-review' },
  'triage-item': { ready: raised, ...ofSecretary, instead: 'take-back-item' },
  'schedule-item': {
    ready: async (house) => ({ ...(await triaged(house)), meeting }),
    ...ofSecretary,
    instead: { meeting: 'board-2026-07-09' },
  },
  'defer-item': {
    ready: async (house) => ({ ...(await triaged(house)), until: '2026-07-01' }),
    ...ofSecretary,
    instead: { until: '2026-07-02' },
  },
  'refer-item': { ready: triaged, ...ofSecretary, instead: 'take-back-item' },
  'decline-item': {
    ready: async (house) => ({ ...(await triaged(house)), reason: 'It is on the June agenda.' }),
    ...ofSecretary,
    may: ['boardChair'],
    instead: { reason: 'Another reason.' },
  },
  'ask-review': { ready: declined, ...ofNetwork, instead: 'take-back-item' },
  'discuss-item': {
    ready: async (house) => ({ ...(await heard(house)), meeting, minute: words.minute }),
    ...ofSecretary,
    instead: { minute: 'Another minute' },
  },
  'feed-back': {
    ready: async (house) => ({ ...(await discussed(house)), text: 'Rotas change in June.' }),
    ...ofSecretary,
    instead: { text: 'Another answer.' },
  },
  'acknowledge-item': {
    ready: async (house) => {
      const data = await discussed(house);
      const text = 'Rotas change in June.';
      await house.does('secretary', { verb: 'feed-back', data: { ...data, text } });
      return data;
    },
    ...ofNetwork,
    instead: 'take-back-item',
  },
  'take-back-item': { ready: triaged, ...ofSecretary, instead: 'refer-item' },
  'record-contribution': {
    ready: ({ cast }) => ({
      network: RACE,
      body: 'People Committee',
      date: '2026-03-05',
      minute: words.minute,
      person: cast.chair,
    }),
    may: ['secretary'],
    others: 'not-allowed',
    instead: { body: 'Board of Directors' },
  },
  'withdraw-contribution': {
    ready: async ({ does, cast }) => {
      const data = { network: RACE, body: 'Board', date: '2026-03-05', minute: '1' };
      const made = { verb: 'record-contribution', data: { ...data, person: cast.chair } } as const;
      return { contribution: await does('secretary', made) };
    },
    may: ['secretary'],
    others: 'not-allowed',
    instead: { contribution: 'another' },
  },

  'plan-paper': {
    ready: () => ({ kind: 'wres', quarter: '2026-01-01', meeting }),
    ...ofKeepers,
    instead: { kind: 'staff-survey' },
  },
  'present-paper': {
    ready: async (house) => {
      const data = await planned(house);
      house.clock.moveTo('2026-05-08T09:00:00.000Z');
      return { ...data, minute: '26/40' };
    },
    ...ofKeepers,
    instead: { minute: '26/41' },
  },
  'record-paper': {
    ready: () => ({ ...seen, minute: '26/20' }),
    ...ofKeepers,
    instead: { minute: '26/21' },
  },
  'reopen-paper': { ready: presented, ...ofKeepers, instead: 'withdraw-paper' },
  'withdraw-paper': { ready: planned, ...ofKeepers, instead: 'reopen-paper' },
  'say-line': {
    ready: () => ({ line: 'S1.a', state: 'in-place', evidence: 'Policy 12' }),
    ...ofCouncil,
    instead: { evidence: 'Policy 13' },
  },
  'take-back-line': {
    ready: async ({ does }) => ({
      move: await does('edi', {
        verb: 'say-line',
        data: { line: 'S1.a', state: 'in-place', evidence: 'Policy 12' },
      }),
    }),
    ...ofCouncil,
    instead: { move: 'S1.a~7' },
  },
  'approve-terms': {
    ready: () => terms,
    ...ofCouncil,
    instead: { document: 'Terms of reference, item 5' },
  },
  'record-council-meeting': {
    ready: () => terms,
    ...ofCouncil,
    instead: { date: '2026-03-04' },
  },
  'take-back-council': {
    ready: async ({ does }) => ({
      move: await does('edi', { verb: 'approve-terms', data: terms }),
    }),
    ...ofCouncil,
    instead: { move: 'council~7' },
  },
};
