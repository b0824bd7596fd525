import type { MyMentoring, MyPair, Programme } from '../../bot/contract/mentoring.ts';
import { me, today } from './trust.ts';

export const pair = (given: Partial<MyPair> = {}): MyPair => ({
  id: 'c01d',
  side: 'mentor',
  with: 'Aoife Okafor',
  state: 'asked',
  time: '1 hour a month',
  supporter: 'Rosalind Yilmaz',
  sessions: [],
  may: ['accept', 'decline', 'end'],
  ...given,
});

export const active = pair({
  state: 'active',
  days: { from: '2026-01-12', to: today },
  sessions: [
    { date: '2026-04-07', said: 'other' },
    { date: '2026-03-03', said: 'both' },
    { date: '2026-02-02', said: 'both' },
  ],
  may: ['met', 'pause', 'end', 'complete'],
});

export const mentoring = (...pairs: MyPair[]): MyMentoring => ({
  on: today,
  leads: false,
  ask: ['Zainab Khan'],
  speakUp: 'https://pennine-vale.example/speak-up',
  pairs,
});

/** A mentor who is nobody else here. */
export const mentor = me('Leader 00017', { pages: ['commitments'], mentoring: true });

export const lead = me('Zainab Khan', {
  roles: [{ role: 'edi-lead' }],
  pages: ['organisation'],
  leadsMentoring: true,
});

const line = (given: Partial<Programme['pairs'][number]>): Programme['pairs'][number] => ({
  id: 'c01d',
  mentor: 'Leila Kaur',
  director: 'Aoife Okafor',
  supporter: 'Rosalind Yilmaz',
  state: 'mentor-asked',
  since: today,
  sessions: 0,
  quiet: false,
  may: ['end'],
  ...given,
});

export const programme: Programme = {
  on: today,
  pairs: [
    line({}),
    line({ id: 'c02d', mentor: 'Leader 00017', state: 'active', sessions: 3, last: '2026-03-03' }),
    line({ id: 'c03d', mentor: 'Simon Farah', state: 'matched', since: '2026-02-02', quiet: true }),
    line({ id: 'c04d', director: 'Marcus Hussain', state: 'mentor-declined', may: [] }),
  ],
  people: [
    { id: 'p-1', name: 'Aoife Okafor', director: true },
    { id: 'p-2', name: 'Leila Kaur', director: false },
    { id: 'p-3', name: 'Marcus Hussain', director: true },
    { id: 'p-4', name: 'Rosalind Yilmaz', director: true },
  ],
};
