import { mentoringCard } from '../../../bot/cards/mentoring/mentoring.ts';
import { nudgeCard } from '../../../bot/cards/nudge.ts';
import type { Card } from '../../../bot/cards/render.ts';
import type { Viewer } from '../../../bot/cards/card.ts';
import type { MentoringReminder, MyMentoring, MyPair } from '../../../bot/contract/mentoring.ts';
import type { Reminders } from '../../../bot/contract/views.ts';

type Reminder = Reminders['reminders'][number];

const pair = (differs: Partial<MyPair> = {}): MyPair => ({
  id: 'c01d',
  side: 'mentor',
  with: 'Aoife Okafor',
  state: 'asked',
  time: '1 hour a month',
  supporter: 'Rosalind Yilmaz',
  sessions: [],
  may: ['accept', 'decline', 'end'],
  ...differs,
});
const matched = (differs: Partial<MyPair> = {}): MyPair =>
  pair({
    state: 'matched',
    days: { from: '2026-04-01', to: '2026-04-09' },
    may: ['met', 'pause', 'end'],
    ...differs,
  });
const mentoring = (pairs: MyPair[], differs: Partial<MyMentoring> = {}): MyMentoring => ({
  on: '2026-04-09',
  leads: false,
  ask: ['Zainab Khan'],
  speakUp: 'https://pennine-vale.example/speak-up',
  pairs,
  ...differs,
});
const reminder = (mentioned: Partial<MentoringReminder> = {}): Reminder => ({
  nudge: 'in-private:0f0f~1',
  kind: 'in-private',
  due: true,
  muted: false,
  mentoring: { pair: 'c01d', role: 'mentor', stage: 'asked', next: '2026-04-16', ...mentioned },
});

/** Every card of reverse mentoring. */
export function mentoringGallery(viewer: Viewer): Record<string, Card> {
  const card = (one: MyPair | undefined, asked?: Reminder, differs?: Partial<MyMentoring>): Card =>
    mentoringCard(viewer, mentoring(one ? [one] : [], differs), undefined, asked);
  const both = { date: '2026-04-06', said: 'both' } as const;
  const active = matched({
    state: 'active',
    sessions: [both],
    may: ['met', 'pause', 'end', 'complete'],
  });
  const nudged = (...reminders: Reminder[]): Card =>
    nudgeCard(
      viewer,
      { on: '2026-04-09', reminders, muted: [] },
      reminders.map(({ nudge }) => nudge).join(' '),
    );
  return {
    'mentoring, nothing': card(undefined),
    'mentoring, programme lead': card(undefined, undefined, { leads: true, ask: [] }),
    'mentoring, mentor asked': card(pair()),
    'mentoring, mentor asked unprompted': card(pair(), reminder()),
    'mentoring, director asked': card(pair({ side: 'director', with: 'Leila Kaur' })),
    'mentoring, other asked': card(pair({ state: 'waiting', may: ['decline', 'end'] })),
    'mentoring, said no': card(pair({ state: 'not-going-ahead', may: ['accept'] })),
    'mentoring, director said no': card(
      pair({ side: 'director', with: 'Leila Kaur', state: 'not-going-ahead', may: ['accept'] }),
    ),
    'mentoring, other said no': card(pair({ state: 'not-going-ahead', may: [] })),
    'mentoring, matched': card(matched()),
    'mentoring, matched unprompted': card(matched(), reminder({ stage: 'matched' })),
    'mentoring, other says we met': card(
      matched({ sessions: [{ date: '2026-04-07', said: 'other' }] }),
    ),
    'mentoring, asked did you meet': card(
      matched({ sessions: [{ date: '2026-04-07', said: 'other' }] }),
      reminder({ stage: 'confirm' }),
    ),
    'mentoring, I say we met': card(matched({ sessions: [{ date: '2026-04-07', said: 'me' }] })),
    'mentoring, active': card(active),
    'mentoring, quiet': card(active, reminder({ stage: 'quiet' })),
    'mentoring, quiet and muted': card(active, { ...reminder({ stage: 'quiet' }), muted: true }),
    'mentoring, quiet and put off': card(active, {
      ...reminder({ stage: 'quiet' }),
      snoozedUntil: '2026-04-10',
    }),
    'mentoring, paused': card(matched({ state: 'paused', may: ['met', 'resume', 'end'] })),
    'mentoring, paused by the other': card(matched({ state: 'paused', may: ['met', 'end'] })),
    'mentoring, ended': card(matched({ state: 'ended', may: ['met', 'resume'] })),
    'mentoring, completed': card(
      matched({ state: 'completed', sessions: [both], may: ['met', 'resume'] }),
    ),
    'mentoring, in two pairs': mentoringCard(
      viewer,
      mentoring([active, matched({ id: 'c02d', with: 'Marcus Hussain' })]),
    ),
    'reminder, mentoring answered': nudged({ ...reminder(), due: false }),
    'reminder, for the programme lead': nudged(reminder({ role: 'lead', stage: 'quiet' })),
    'reminder, nobody answered': nudged(reminder({ role: 'lead' })),
    'reminders, two of mentoring': nudged(reminder({ stage: 'confirm' }), {
      ...reminder(),
      nudge: 'in-private:1e1e~1',
    }),
  };
}
