import { expect, test } from 'vitest';
import { understand } from '../../bot/domain/sentence/understand.ts';
import {
  AOIFE,
  APRIL_9,
  MARCUS,
  meant,
  meeting,
  meetings,
  network,
  networks,
  on,
} from './sentence-trust.ts';

/** One sentence a line. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

// Thursday 9 April 2026, the morning after the Race Equality Network met.
test.each(
  lines(`
    I went to the Race Equality Network on 8 April
    i WENT to the race equality network ON 8 APRIL
    I WAS AT THE RACE EQUALITY NETWORK YESTERDAY
    yesterday's network meeting
    yesterdays meeting
    attended REN 8/4
    REN 8/4
    REN yesterday
    ren yesterday pls
    8th april ren attended
    REN - 8 April - attended
    attended: REN, 8 April
    April 8th, race equality network: attended
    Race Equality Network, 8 April 2026, attended
    Network meeting attended yesterday
    present at REN on 8 April
    in attendance at yesterday's REN
    was at the race network last Wednesday
    was at ren on weds
    came to REN on Wed. 8 Apr.
    I was there on the 8th
    I was there 8 apr
    Was there yesterday
    attended on 8th Apr 26
    attended on Apr 8
    attended on the 8th April, 2026
    attended on the 8th of this month
    I attended on 8
    I attended the REN meeting on April 8th.
    Attended Race Equality Network 08.04.26
    I was at REN on 2026-04-08
    I turned up to the race network on 8.4
    Turned up at the race network on 8-4-26
    I was present at the race equality meeting on 08/04/2026
    I took part in the race equality network on the eighth of April
    I attended the network meeting on Wednesday 8th April 2026 at 12pm
    I went yesterday (Wednesday 8 April)
    On 8 April I was at the Race Equality Network from 12 to 1
    I went to the network 8/4/2026 12:00-13:00
    I was at the 12 o'clock one yesterday
    I joined at 12.15 on 8 April
    I attended the one at noon on 8 April
    I was at the network meeting at half past twelve on 8 April
    The race network on 8 April - I was there!
    I went on Wednesday
    joined REN this week
    I went to the April meeting
    I went to the network in April 2026
    I went to the last one
    I was at the last network meeting
    I attended the race network
    I made it to yesterday's REN
    Made the 8 April meeting
    I managed to join the race network yesterday
    I was able to attend on 8 April
    Yes, I was able to join on 8 April
    I dialled in to the REN on Wednesday
    I sat in on the network meeting on Wed 8 April
    popped into the network meeting yesterday
    i came along to the ren yesterday
    I was on the race network call yesterday
    I was part of yesterday's race equality network
    I’ve been to the race equality network on 8th April
    I've attended the 8 April one
    I did attend on 8 April
    have attended REN 8/4
    I enjoyed yesterday's network meeting
    It was great to be at the race network yesterday
    Great meeting yesterday, I was there
    i was 10 mins late but I did join the REN on 8 April
    So I went to the REN yesterday. Thanks!
    Hi, I joined the race equality netwrok yesterday :)
    I atended the Race Equalty Network yesterday
    I was at the ethnic minority network yesterday
    I joined the ethnic minority colleagues' network meeting yesterday
    Good morning, I attended the race equality network yesterday
    we attended REN yesterday
    Leila and I went to the network yesterday
    I went with Leila to the network yesterday
    Please log my attendance at REN on 8/4
    please record that I was at yesterday's network meeting
    Please could you note that I attended the Race Equality Network on 8 April 2026? Thanks
    Could you please mark me as attended for yesterday?
    mark me as present for 8 April
    confirm my attendance on 8 April
    claim 8 April
    log 8 April please
    put me down for yesterday
    Lovely to join the network yesterday
    I went too the race network on 8 April
    i attended racial equality network on 8 april
    I attended most of the meeting yesterday
    I did the REN on 8 April
    8/4 - yes
    Can you add that I was at the race network on 8 April?
    Leila said I was there on 8 April
    I'd like to claim the 8 April meeting please
    Can I claim for 8 April?
    I attended on 8 April. When is the next one?
    I went on 8 April, is that ok?
    I went to REN and DAWN on 8 April
    🎉 I went to the REN on 8 April 🎉🎉
    \${name} I went on 8 April
    <b>I went</b> on 8 <i>April</i>
    I went to "the Race Equality Network" (8 April)
  `),
)('%s: a claim to 8 April', (sentence) => {
  expect(meant(sentence)).toBe('claim: REN 2026-04-08');
});

test.each(
  lines(`
    I'll be there on 10 June
    ill be there on 10 June
    count me in for June
    I'm in for June
    I'm there on 10 June
    I am planning to attend the next race network meeting
    I want to come to the next race equality network
    Put me down for 10 June please
    could you put me down for the 10 June meeting please
    can you book me in for 10 June?
    Do book me in for 10 June
    I would like to be booked in for 10 June
    please save me a seat for 10 June
    RSVP yes 10 June
    see you on 10 June
    will attend REN 10/6
    attending on 10 June
    I'd love to come on 10 June
    I hope to be there on 10 June
    I plan on coming on 10 June
    I won't miss the June one
    yes for 10 June
    looking forward to the June meeting
    accepting 10 June
    please confirm my attendance on 10 June
    I can make June
    I think I can come on 10 June
    I'll come to the network on 10/06/2026
    I will join you on the 10th of June at noon
    I told them I'd be there on 10 June
    I can come on 10 June after all
    I'm free on 10 June
    10 June works
    pop me in for 10 June
    I've accepted the invite for 10 June
    I'm up for the June one
    I've decided to come on 10 June
  `),
)('%s: will come on 10 June', (sentence) => {
  expect(meant(sentence)).toBe('will-come: REN 2026-06-10');
});

test.each(
  lines(`
    I cant make 21 April
    I can not come on 21 April
    Cannot make the DAWN meeting on the 21st
    I'm afraid I can't do 21 April
    I can't come next Tuesday week, on 21 April
    I can't come on Tuesday week
    can't 21 april
    not coming on 21 April, sorry
    I'm not able to make it on the 21st
    I am no longer able to come on 21 April
    none of us can come on 21 April
    I won't be coming on 21 April any more
    I shan't be coming on the 21st
    I am unable to attend the meeting on Tuesday 21 April
    I am not free on the 21st
    im off on 21 april
    I'm out of office on 21 April
    ill be on leave on 21 April
    I'm double booked on 21 April
    I have a clash on 21 April
    Apologies for 21 April
    please accept my apologies for the disability network on 21 April
    no to 21 April
    please take me off the list for 21 April
    cancel my place on 21 April
    don't book me in for 21 April
    count me out for the 21st
    I need to pull out of the 21 April meeting
    must decline 21 April
    I have to miss the disability group on 21 April
    rsvp no 21 april
    I don't think I can come on 21 April
    I can't come on 21 April, I'm going to London
    I cannot attend on 21/4 as I am on annual leave until 27/4
    I can't come on 21 April because I have a board meeting on 22 April
    I said I'd come on 21 April but now I can't
    please note I won't be at the 21 April DAWN meeting
    please tell the disability network I can't come on 21 April
  `),
)('%s: can’t come on 21 April', (sentence) => {
  expect(meant(sentence)).toBe('cannot-come: DAWN 2026-04-21 13:00');
});

test.each(
  lines(`
    I wasn't at the 8 April meeting after all
    undo my claim for 8 April
    undo 8 April
    take back 8 April
    Withdraw 8 April
    please take back my claim for the race network on 8 April
    take my claim for 8 April back
    I claimed 8 April by mistake
    I made a mistake, I was not there on 8 April
    my claim for 8 April is wrong
    please withdraw my claim from 8 April
    delete my attendance for 8 April
    I shouldn't have claimed the REN meeting
  `),
)('%s: takes the claim back', (sentence) => {
  expect(meant(sentence)).toBe('withdraw: REN 2026-04-08');
});

test.each(
  lines(`
    I didn't go on 8 April
    I wasn't there yesterday
    I was not at the network
    I missed yesterday's meeting
    No, I couldn't make it yesterday
    I never went on 8 April
    Sorry I missed it on Wednesday, I was at the dentist
    I was ill on 8 April
    I forgot to attend on 8 April
    sorry for not attending on 8 April
    I can't believe I missed the 8 April one
    I don't think I was there on 8 April
    not 8 April
  `),
)('%s: takes a claim back where there is one, and else says no', (sentence) => {
  const claimed = meetings.slice(0, 1).map(({ id }) => id);
  expect(meant(sentence, { claimed })).toBe('withdraw: REN 2026-04-08');
  expect(meant(sentence)).toBe('nothing: said-no');
});

test.each([
  ['I went on 31 April', 'claim: no-such-day (31 April)'],
  ['I went on 4/13', 'claim: no-such-day (4/13)'],
  ['I went on 32 April', 'claim: no-such-day (32 April)'],
  ['I was there on the 29th of February', 'claim: no-such-day (29th of February)'],
  ['I attended on 2026-04-31', 'claim: no-such-day (2026-04-31)'],
  ["I can't come on 31 June", 'cannot-come: no-such-day (31 June)'],
  ['I was there on Tuesday 8 April', 'claim: weekday-differs (Tuesday 8 April)'],
  ['I went on 8 April and 10 June', 'claim: two-dates (8 April and 10 June)'],
  ['I attended on 8 or 10 April', 'claim: two-dates (8 or 10 April)'],
  ['I attended the 8-10 April meeting', 'claim: two-dates (8-10 April)'],
  ['I attended yesterday and on 10 June', 'claim: two-dates (yesterday and 10 June)'],
  ['I went on Tuesday and Wednesday', 'claim: two-dates (Tuesday and Wednesday)'],
  ['I attended the Pride network on 8 April', 'claim: no-such-network (Pride network)'],
  ['attended Pride on 8 April', 'claim: no-such-network (Pride)'],
  ['I went to the quality network yesterday', 'claim: no-such-network (quality network)'],
  [
    'I went to the gender equality network yesterday',
    'claim: no-such-network (gender equality network)',
  ],
  ['I went to the board meeting on 8 April', 'claim: no-such-network (board meeting)'],
  ['I was at the dentist on 8 April', 'claim: no-such-network (dentist)'],
  ['I was in London on 8 April', 'claim: no-such-network (London)'],
  ['I attended on 7 April', 'claim: no-meeting-then (7 April)'],
  ['I went to the disability network on 8 April', 'claim: no-meeting-then (8 April)'],
  ['I was at the 3pm meeting on 8 April', 'claim: no-meeting-then (3pm 8 April)'],
  ['I went to the disability network', 'claim: no-meeting-yet'],
  ["joined today's meeting", "claim: no-meeting-then (today's)"],
  ["I can't come on Wednesday", 'cannot-come: no-meeting-then (Wednesday)'],
  ['I was at the last one and will come to the next one', 'will-come: two-dates (last and next)'],
  ["I was at the last meeting and can't make 10 June", 'cannot-come: two-things'],
])('%s → %s', (sentence, meaning) => {
  expect(meant(sentence)).toBe(meaning);
});

test.each([
  ['I attended', 'claim: nothing named'],
  ['I was there', 'claim: nothing named'],
  ['undo', 'withdraw: nothing named'],
  ["I can't make it", 'cannot-come: nothing named'],
  ['Will be there!', 'will-come: nothing named'],
  ['I am away until 10 June', 'cannot-come: nothing named'],
])('%s names neither day nor network: %s', (sentence, meaning) => {
  expect(meant(sentence)).toBe(meaning);
});

test.each(
  lines(`
    hi
    help
    meetings
    my progress
    waiting
    confirm
    thanks
    asdf ghjk
    ...
    8 April
    next meeting
    minutes of yesterday's network meeting
    agenda for the June meeting
    The meeting was on 8 April
    the network went well on 8 April
    There was a meeting on 8 April
    something came up on 10 June
    cancel the June meeting
    I was asked to join on 8 April
    remind me to attend on 10 June
    I'll ask Aoife to come on 10 June
    I watched the recording of the 8 April meeting
    I sent Leila to the 8 April meeting
    10 June is in my diary
    confirm all claims for 8 April
    <script>alert(1)</script>
    \${8+8} meetings on \${date}
  `),
)('%s: nothing that anybody did or will do', (sentence) => {
  expect(meant(sentence)).toBe('nothing: nothing-said');
});

test.each(
  lines(`
    Did I go on 8 April?
    did I go on 8 april
    who went?
    Who went on 8 April
    was I there on 8 April
    I attended on 8 April?
    when is the next meeting?
    am I booked for 10 June
    what about 10 June
    should I come on 10 June?
    Was there a meeting on 8 April?
    has my claim for 8 April been confirmed
    tell me who attended on 8 April
    please show who is coming on 10 June
  `),
)('%s: a question', (sentence) => {
  expect(meant(sentence)).toBe('nothing: question');
});

test.each(
  lines(`
    I might come on 10 June
    I may come in June
    maybe I'll come on 10 June
    not sure if I can come on 10 June
    I'm thinking of coming on 10 June
    I wanted to come on 8 April
    I meant to go to the network yesterday
    I was coming yesterday
    wish I'd been there on 8 April
    I almost went on 8 April
    I should have gone on 8 April
    I'll come on 10 June if I can
    I can't remember if I went on 8 April
    please don't claim 8 April
  `),
)('%s: not said for sure', (sentence) => {
  expect(meant(sentence)).toBe('nothing: unsure');
});

const assisting = { people: [AOIFE] };
test.each([
  ['For Aoife: she was there on 8 April', 'claim for aoife: REN 2026-04-08'],
  ['Aoife attended on 8 April', 'claim for aoife: REN 2026-04-08'],
  ['she was there on 8 April', 'claim for aoife: REN 2026-04-08'],
  ['Aoife said she was at the network yesterday', 'claim for aoife: REN 2026-04-08'],
  ["I'd like to claim 8 April for Aoife", 'claim for aoife: REN 2026-04-08'],
  ["undo Aoife's claim for 8 April", 'withdraw for aoife: REN 2026-04-08'],
  ["aoife okafor can't come on 21 April", 'cannot-come for aoife: DAWN 2026-04-21 13:00'],
  ["my boss can't come on 21 April", 'cannot-come for aoife: DAWN 2026-04-21 13:00'],
  ['Dr Okafor will be at the June meeting', 'will-come for aoife: REN 2026-06-10'],
  ["she's coming on 10 June", 'will-come for aoife: REN 2026-06-10'],
  ['book her in for June', 'will-come for aoife: REN 2026-06-10'],
  ['Please count Aoife out for 10 June', 'cannot-come for aoife: REN 2026-06-10'],
  ['I went on 8 April', 'claim: REN 2026-04-08'],
  ['Marcus was there on 8 April', 'nothing: somebody-else (Marcus)'],
  ['Marcus said she was there on 8 April', 'nothing: somebody-else (Marcus)'],
  ['Marcus came and joined in on 8 April', 'nothing: somebody-else (Marcus)'],
  ["confirm Marcus's attendance on 8 April", 'nothing: somebody-else (Marcus)'],
  ['everyone attended on 8 April', 'nothing: somebody-else (everyone)'],
  ['no one attended on 8 April', 'nothing: somebody-else (no one)'],
  ['my team attended on 8 April', 'nothing: somebody-else (team)'],
  ['I was there with her on 8 April', 'claim: REN 2026-04-08'],
  ['Aoife and I went on 8 April', 'claim: REN 2026-04-08'],
])('an assistant says “%s” → %s', (sentence, meaning) => {
  expect(meant(sentence, assisting)).toBe(meaning);
});

test('whom an assistant of two means is asked, unless they are named', () => {
  const people = [AOIFE, MARCUS];
  expect(meant('she was there on 8 April', { people })).toBe(
    'claim for aoife or marcus: REN 2026-04-08',
  );
  expect(meant('Marcus was there on 8 April', { people })).toBe('claim for marcus: REN 2026-04-08');
});

test('nobody speaks for somebody whom they don’t assist', () => {
  expect(meant('she was there on 8 April')).toBe('nothing: somebody-else (she)');
  expect(meant('Aoife attended on 8 April')).toBe('nothing: somebody-else (Aoife)');
  expect(meant('Leila: was there on 8 April')).toBe('nothing: somebody-else (Leila)');
});

test('several meetings fit: all of them, in order', () => {
  const now = on('2026-06-11');
  expect(meant('I went in April', { now })).toBe('claim: REN 2026-04-08, DAWN 2026-04-21 13:00');
  expect(meant('I went to the last two meetings', { now })).toBe(
    'claim: DAWN 2026-04-21 13:00, REN 2026-06-10',
  );
  expect(meant('sorry, can’t make the October meeting')).toBe(
    'cannot-come: REN 2026-10-14, DAWN 2026-10-20 13:00',
  );
});

test('two meetings of a day are told apart by network or time', () => {
  const both = [...meetings, meeting('DAWN', '2026-04-08', '15:00')];
  const given = { meetings: both };
  expect(meant('I was there yesterday', given)).toBe(
    'claim: REN 2026-04-08, DAWN 2026-04-08 15:00',
  );
  expect(meant('the disability network yesterday', given)).toBe('claim: DAWN 2026-04-08 15:00');
  for (const said of ['at 3', 'at 3pm', 'at 15:00', 'at three o’clock', 'afternoon, at 3.30']) {
    expect(meant(`I was there yesterday ${said}`, given)).toBe('claim: DAWN 2026-04-08 15:00');
  }
  expect(meant('I was at the 12 to 1 one yesterday at 12', given)).toBe('claim: REN 2026-04-08');
});

test('a word that fits two networks means both, and a fuller name the one', () => {
  const gender = network('GEN', 'Gender Equality Network');
  const given = {
    networks: [...networks, gender],
    meetings: [...meetings, meeting('GEN', '2026-04-02')],
  };
  expect(meant('I went to the equality network', given)).toBe(
    'claim: GEN 2026-04-02, REN 2026-04-08',
  );
  expect(meant('I went to the gender equality network', given)).toBe('claim: GEN 2026-04-02');
  expect(meant('I went to the equality network for race', given)).toBe('claim: REN 2026-04-08');
  expect(meant('I went to GEN', given)).toBe('claim: GEN 2026-04-02');
});

test('networks go by full name, part, initials and the terms they use', () => {
  for (const name of [
    'Disability and Wellbeing Network',
    'wellbeing & disability group',
    'DAWN',
    'dwn',
    'disability network',
    'Dissability network',
    'well-being network',
    'well being network',
    'disabled colleagues',
  ]) {
    expect(meant(`I'll be at the ${name} on the 21st`)).toBe('will-come: DAWN 2026-04-21 13:00');
  }
});

test('a network whose name is everyday words is meant only where it is named', () => {
  const given = { networks: [...networks, network('ABLE', 'Able Network')] };
  expect(meant('I was able to come on 8 April', given)).toBe('claim: REN 2026-04-08');
  expect(meant('I went to the Able network on 8 April', given)).toBe(
    'claim: no-meeting-then (8 April)',
  );
});

test('a meeting’s own title is a name too', () => {
  const event = meeting('REN', '2026-04-02', '12:00', { title: 'Windrush listening event' });
  const given = { meetings: [...meetings, event] };
  expect(meant('I went to the Windrush event', given)).toBe('claim: REN 2026-04-02');
});

test('a weekday is behind in the past tense and ahead in the future', () => {
  const everyWednesday = ['2026-04-01', '2026-04-08', '2026-04-15', '2026-04-22'];
  const given = { meetings: everyWednesday.map((date) => meeting('REN', date)) };
  expect(meant('I attended on Wednesday', given)).toBe('claim: REN 2026-04-08');
  expect(meant("I can't come on Wednesday", given)).toBe('cannot-come: REN 2026-04-15');
  expect(meant("I can't come this coming Wednesday", given)).toBe('cannot-come: REN 2026-04-15');
  expect(meant("I can't come on Wednesday week", given)).toBe('cannot-come: REN 2026-04-22');
  expect(meant('I went on Wednesday last week', given)).toBe('claim: REN 2026-04-01');
  expect(meant('I went the week before last', given)).toBe(
    'claim: no-meeting-then (week before last)',
  );
  expect(meant("I can't come next week", given)).toBe('cannot-come: REN 2026-04-15');
  // Some mean the one just gone, some that of the week before: they are asked.
  expect(meant('I went last Wednesday', given)).toBe('claim: REN 2026-04-01, REN 2026-04-08');
});

test('on the day itself the weekday is today, once it was held', () => {
  const at = (now: string) => ({ now: on(now) });
  expect(meant('I went on Wednesday', at('2026-04-15'))).toBe('claim: REN 2026-04-08');
  const evening = { now: '2026-06-10T17:00:00.000Z' as ReturnType<typeof on> };
  expect(meant('I went on Wednesday', evening)).toBe('claim: REN 2026-06-10');
  expect(meant('I went this morning', evening)).toBe('claim: REN 2026-06-10');
  // Half an hour into it: whether it can be claimed yet is the verdict's to say.
  expect(meant("I joined today's meeting", at('2026-06-10'))).toBe('claim: REN 2026-06-10');
  expect(meant("I'm at the network meeting", at('2026-06-10'))).toBe('claim: REN 2026-06-10');
});

test('a day that contradicts the tense is still that day', () => {
  expect(meant('I attended on 10 June')).toBe('claim: REN 2026-06-10');
  expect(meant("I can't come on 8 April")).toBe('cannot-come: REN 2026-04-08');
});

test('a date without a year is the nearest', () => {
  const now = on('2027-03-02');
  expect(meant('I went on 10 February', { now })).toBe('claim: REN 2027-02-10');
  expect(meant('I attended on 8 April', { now })).toBe('claim: REN 2026-04-08');
  expect(meant("I can't come on 8 April", { now })).toBe('cannot-come: no-meeting-then (8 April)');
  expect(meant('I attended on 8 April 2025', { now })).toBe(
    'claim: no-meeting-then (8 April 2025)',
  );
});

test('the night the clocks change, yesterday is the day before in London', () => {
  const late = [meeting('REN', '2026-03-28', '22:00')];
  const now = '2026-03-28T23:30:00.000Z' as ReturnType<typeof on>;
  const hourLater = '2026-03-29T00:30:00.000Z' as ReturnType<typeof on>;
  expect(meant('I was there tonight', { meetings: late, now })).toBe('claim: REN 2026-03-28 22:00');
  const nextDay = { meetings: late, now: hourLater };
  expect(meant('I was there last night', nextDay)).toBe('claim: REN 2026-03-28 22:00');
});

test('a meeting for members only or cancelled is found by its day, so that it can be said why not', () => {
  const now = on('2026-08-13');
  expect(meant('I was there yesterday', { now })).toBe('claim: REN 2026-08-12');
  expect(meant("I'll be at the meeting on 12 August")).toBe('will-come: REN 2026-08-12');
  const cancelled = { meetings: [meeting('REN', '2026-04-08', '12:00', { cancelled: true })] };
  expect(meant('I was there yesterday', cancelled)).toBe('claim: REN 2026-04-08');
});

test('the last and the next one are those that an executive may come to', () => {
  const now = on('2026-08-13');
  expect(meant('I went to the last one', { now })).toBe('claim: DAWN 2026-07-21 13:00');
  expect(meant('book me in for the next one', { now: on('2026-08-01') })).toBe(
    'will-come: REN 2026-10-14',
  );
  expect(meant("I can't come to the next two meetings")).toBe(
    'cannot-come: DAWN 2026-04-21 13:00, REN 2026-06-10',
  );
});

test('a held meeting goes before one of the same day that was called off', () => {
  const off = meeting('DAWN', '2026-04-08', '15:00', { cancelled: true });
  expect(meant('I was there yesterday', { meetings: [...meetings, off] })).toBe(
    'claim: REN 2026-04-08',
  );
});

test.each([
  ['I’ll be there on Wednesday', 'will-come: no-meeting-then (Wednesday)'],
  ['I’m coming on the 8th', 'will-come: no-meeting-then (8th)'],
  ['can’t make it on Tuesday', 'cannot-come: no-meeting-then (Tuesday)'],
  ['I will attend tomorrow', 'will-come: no-meeting-then (tomorrow)'],
  // A date with its month is told to be past.
  ['I will come on 8 April', 'will-come: REN 2026-04-08'],
  ['I attended on the eigth of April', 'claim: REN 2026-04-08'],
])('a plan for a day is never for one that is past: “%s”', (text, means) => {
  expect(meant(text)).toBe(means);
});

test.each([
  'Marcus and I went yesterday',
  'I and Marcus went to the REN on 8 April',
  'me and my PA were at REN on 8/4',
  'Gareth, Claire and I attended yesterday',
  'we went yesterday',
  'I went yesterday with Claire',
  'I was there yesterday and Claire was there too',
])('“%s” is of the speaker alone, and says that there were others', (text) => {
  const meaning = understand(text, { networks, meetings, now: APRIL_9 });
  expect(meaning).toMatchObject({ kind: 'claim', whose: { kind: 'speaker' }, isTogether: true });
});

test.each([
  'I went to the Race Equality Network yesterday',
  'I was there yesterday, with pleasure',
  'I went on 8 April and liked it',
  'I was at REN on 8 April with the board papers',
])('“%s” is of one person', (text) => {
  const meaning = understand(text, { networks, meetings, now: APRIL_9 });
  expect(meaning).toMatchObject({ kind: 'claim' });
  expect(meaning).not.toHaveProperty('isTogether');
});

test.each([
  'Marcus and Aoife went yesterday',
  'Aoife & Marcus attended the REN on 8 April',
  'Book Aoife and Marcus in for June 10',
  'Aoife can come on 10 June but Marcus can’t',
])('“%s” asks an assistant of both for which of them', (text) => {
  expect(meant(text, { people: [AOIFE, MARCUS] })).toMatch(
    / for (?:aoife or marcus|marcus or aoife):/,
  );
});

test('who is named to be left out is not asked about', () => {
  const people = [AOIFE, MARCUS];
  expect(meant('Marcus, not Aoife, went yesterday', { people })).toBe(
    'claim for marcus: REN 2026-04-08',
  );
});
