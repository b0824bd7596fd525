import { expect, test } from 'vitest';
import { askOf, type Ask } from '../../bot/domain/sentence/asks.ts';

const typed: Readonly<Record<Ask, string>> = {
  thanks: `thanks | Thanks! | thank you so much | cheers | ta | thx | ok thanks | great, thank you
    many thanks | Thanks for that | thank you for confirming | thanks a lot | Thnaks`,
  fine: `ok | Okay. | no thanks | fine | perfect | will do | got it | 👍 | 🙏🏽 | ❤️ | no worries
    great | bye`,
  answer: `yes | Yes. | YES PLEASE | no | nope | yep | y | n | maybe | not sure | no sorry | I think so`,
  welcome: `hi there | good morning | Hello silver | morning | hey everyone`,
  reminders: `stop | unsubscribe | snooze | stop these reminders | remind me tomorrow | mute
    stop messaging me | don't remind me again`,
  waiting: `who is waiting? | whos waiting | confirm all | confirm everyone | approve all | Confirm them
    anything to confirm? | what's outstanding | any claims | pending | show me the claims
    is anyone waitng | accept all | anything waiting for me? | confrim all`,
  'who-came': `who came? | who attended on 8 April | who's coming | did Aoife go? | was Gareth there`,
  'own-claim': `has my claim been confirmed? | my claims | have they been confirmed | was my claim ok`,
  'keep-calendar': `cancel the meeting | move the June meeting | add a meeting | postpone our meeting
    can I change the date? | reschedule the network meeting`,
  withdraw: `oops | that was a mistake | wrong meeting | I didn't mean that`,
  progress: `how many more do I need? | progress please | how am I doing | how many have I done
    am I on track? | where do I stand | what do I still need | have I done enough | progres
    my commitments please | how many left | what's my target | how's she doing
    what's due | what do I need to do`,
  meetings: `when do we meet | dates please | upcoming meetings | what am I booked for?
    have I booked anything | show my meetings | any meetings coming up? | calender | network
    when are the meetings | what did I say | list them`,
  help: `help me | how does this work | what is this? | who are you | what can I do here | how do I claim
    I'm stuck | what do you do | explain`,
};

const rows = Object.entries(typed).flatMap(([ask, text]) =>
  text.split(/\||\n/).map((said) => [said.trim(), ask] as const),
);

test.each(rows)('“%s” asks for: %s', (said, ask) => {
  expect(askOf(said)).toBe(ask);
});

test.each([
  [''],
  ['…'],
  ['purple elephants'],
  ['asdf ghjk'],
  ['thanksgiving'],
  ['yesterday'],
  [
    'Please find attached the minutes of the finance committee, and do come back to me with any thoughts',
  ],
])('“%s” asks for nothing that is known', (said) => {
  expect(askOf(said)).toBeUndefined();
});
