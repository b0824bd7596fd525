import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlainDate, PlainTime } from '../../bot/domain/time.ts';
import { channelOf } from '../../bot/domain/agenda/channel.ts';
import { messageWords } from '../../bot/teams/message-words.ts';
import { announceAnswers } from '../../bot/use-cases/agenda/announce.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { Act } from '../../bot/contract/acts.ts';
import type { Account } from '../../infra/local/accounts.ts';
import { bring, ZPV } from '../support/small-trust.ts';
import { meetingHouse, people, type MeetingHouse } from './meeting-house.ts';

const { chair, deputy, nurse, sponsor } = people;
const CHANNEL = '19:race-network@thread.tacv2';
const THREAD = `${CHANNEL};messageid=1775720000000`;

let house: MeetingHouse;
beforeEach(async () => {
  house = await meetingHouse('2026-04-09T08:30:00.000Z');
  const { storage, cast } = house;
  const on = '2026-05-07' as PlainDate;
  await bring(storage, 'roles', [
    {
      kind: 'role',
      fact: { role: 'board-secretary', person: cast.sponsor, on: '2026-04-01' as PlainDate },
    },
  ]);
  const papersDue = '2026-04-28' as PlainDate;
  const fact = { id: 'may', title: 'Board', on, date: on, start: '09:30' as PlainTime, papersDue };
  await bring(storage, 'board-meetings', [{ kind: 'board-meeting', fact }]);
  await house.known(chair, deputy, nurse, sponsor);
  house.lines.length = 0;
});
afterEach(() => house.close());

/** Something said, pressed or invoked in the network's channel. */
async function inChannel(who: Account, fields: object, id = THREAD) {
  const conversation = { id, conversationType: 'channel', tenantId: who.tenant };
  const turn = await house.teams.channel.send(who, { ...fields, conversation });
  await house.idle();
  return { ...turn, text: JSON.stringify([turn.activities, turn.body]) };
}

const onMessage = (content: string) => ({
  type: 'invoke',
  name: 'composeExtension/fetchTask',
  value: {
    commandId: 'raise-with-the-board',
    commandContext: 'message',
    messagePayload: { id: '1775720000000', body: { contentType: 'html', content } },
  },
});
const submit = (data: object) => ({
  type: 'invoke',
  name: 'composeExtension/submitAction',
  value: { commandId: 'raise-with-the-board', commandContext: 'message', data },
});

/** The dialog's inputs by their ids, and its button's data. */
function dialogOf(body: unknown): Record<string, unknown> {
  const { task } = body as { task: { type: string; value: { card: { content: CardLike } } } };
  expect(task.type).toBe('continue');
  const { body: items, actions = [] } = task.value.card.content;
  const inputs = items.flatMap((each) => (each.id === undefined ? [] : [[each.id, each.value]]));
  return { ...actions[0]?.data, ...(Object.fromEntries(inputs) as object) };
}
interface CardLike {
  body: { id?: string; value?: string }[];
  actions?: { data?: object }[];
}

const itemsOf = async () => (await house.doors.agenda(house.as(house.cast.chair))).items;
const act = async (person: typeof house.cast.chair, given: Act) => {
  const [answer] = await house.doors.perform(house.as(person), given);
  expect(answer?.outcome).toEqual({ kind: 'done' });
};

test('a chair raises a message’s words, edited, from the network’s channel', async () => {
  const message =
    '<p>Nights fall to the same people.</p><p><at id="0">Ngozi</at> said so &amp; more</p>';
  const asked = await inChannel(chair, onMessage(message));
  expect(asked.status).toBe(200);
  const filled = dialogOf(asked.body);
  expect(filled).toMatchObject({
    title: 'Nights fall to the same people.',
    text: 'Nights fall to the same people.\n[name] said so & more',
  });
  expect(asked.text).toContain('Don’t name patients or colleagues.');
  const data = { ...filled, title: 'Nights', text: 'Nights fall to\nthe same people.' };
  const sent = await inChannel(chair, submit(data));
  expect(sent.text).toContain('Raised with the board');
  // Teams sends a slow invoke again.
  expect((await inChannel(chair, submit(data))).text).toContain('Raised with the board');
  expect(await itemsOf()).toMatchObject([
    { title: 'Nights', text: 'Nights fall to\nthe same people.', state: 'raised' },
  ]);
  // Nothing was said in the channel: only who asked has seen it.
  expect(house.teams.conversations.find(THREAD)?.messages).toEqual([]);
});

test('a number that could be a patient’s brings the dialog back with the words, to be confirmed', async () => {
  const filled = dialogOf((await inChannel(chair, onMessage('See 943 476 5919.'))).body);
  const back = await inChannel(chair, submit({ ...filled, title: 'Care' }));
  expect(back.text).toContain('could be an NHS number');
  expect(await itemsOf()).toEqual([]);
  const again = dialogOf(back.body);
  expect(again).toMatchObject({ title: 'Care', text: 'See 943 476 5919.', confirmNumber: 'false' });
  const sent = await inChannel(chair, submit({ ...again, confirmNumber: 'true' }));
  expect(sent.text).toContain('Raised with the board');
});

test('a message of 5,000 words is cut and says so; whoever chairs nothing is told who can', async () => {
  const long = await inChannel(chair, onMessage(`<p>${'word '.repeat(5_000)}</p>`));
  expect(long.text).toContain('only its beginning is here');
  const refused = await inChannel(
    chair,
    submit({ ...dialogOf(long.body), title: 'T'.repeat(121) }),
  );
  expect(refused.text).toContain('120 characters at most');
  const other = await inChannel(nurse, onMessage('Hello'));
  expect(other.text).toContain('chair or deputy raises items');
  const forged = { network: 'race-equality-network', title: 'Mine', text: 'Now.' };
  expect((await inChannel(nurse, submit(forged))).text).toContain('Nothing was raised');
  const elsewhere = await inChannel(chair, submit({ ...forged, organisation: 'XX1' }));
  expect(elsewhere.text).not.toContain('Raised');
  expect((await inChannel(chair, submit({ title: 'Mine' }))).text).toContain('can’t be used');
  expect(await itemsOf()).toEqual([]);
});

test('what was typed on a card is kept when its words are refused', async () => {
  const { activities } = await house.teams.channel.send(chair, { text: 'raise' });
  const activityId = activities[0]?.id ?? '';
  const data = { organisation: 'ZPV', network: 'race-equality-network', title: 'Care' };
  const pressed = await house.teams.channel.act(chair, {
    activityId,
    verb: 'raise-item',
    data: { ...data, text: 'See 943 476 5919.' },
  });
  const text = JSON.stringify(pressed.body);
  expect(text).toContain('See 943 476 5919.');
  expect(text).toContain('They are not a patient’s number');
  const raised = await house.teams.channel.act(chair, {
    activityId,
    verb: 'raise-item',
    data: { ...data, text: 'See 943 476 5919.', confirmNumber: 'true' },
  });
  expect(JSON.stringify(raised.body)).toContain('With the board secretary since today');
});

async function fedBack(): Promise<string> {
  const { cast } = house;
  const words = { network: 'race-equality-network', title: 'Nights', text: 'Who works them?' };
  const [raised] = await house.doors.perform(house.as(cast.chair), {
    verb: 'raise-item',
    data: words,
  });
  const item = raised?.subject ?? '';
  await act(cast.sponsor, { verb: 'triage-item', data: { item } });
  await act(cast.sponsor, { verb: 'schedule-item', data: { item, meeting: 'may' } });
  house.clock.moveTo('2026-05-08T09:00:00.000Z');
  const minute = { item, meeting: 'may', minute: 'Minute 12' };
  await act(cast.sponsor, { verb: 'discuss-item', data: minute });
  await act(cast.sponsor, { verb: 'feed-back', data: { item, text: 'A review begins in June.' } });
  return item;
}
const facts = () =>
  factsOfAll({ ...house.storage, ...house, isBankHoliday: englandsBankHolidays() }, ZPV);
const tell = async () =>
  announceAnswers({ ...house.storage, announcer: house.announcer() }, ZPV, await facts());
const answered = async () =>
  dueNudges(await facts())
    .filter(({ kind }) => kind === 'item-answered')
    .map(({ to }) => to);
const channelTexts = () =>
  (house.teams.conversations.find(CHANNEL)?.messages ?? []).map(({ activity }) =>
    JSON.stringify(activity),
  );

test('a chair links the channel, and what the board answers is told there once, without a name', async () => {
  expect((await inChannel(nurse, { text: 'link' })).text).toContain('chair or deputy can link');
  const linked = await inChannel(chair, { text: '<at>Silver Commitments</at> link' });
  expect(linked.text).toContain('This is the channel of the Race Equality Network');
  house.teams.conversations.open(CHANNEL, 'channel', chair.id);
  await fedBack();
  expect(await answered()).toEqual([]);
  await tell();
  await tell();
  const [said, ...more] = channelTexts();
  expect(more).toEqual([]);
  expect(said).toContain('A review begins in June.');
  expect(said).not.toMatch(/Leila|Kaur|Claire|Schofield/);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('where the channel is gone, or none is linked, chair and deputy hear it themselves', async () => {
  const { cast } = house;
  await inChannel(chair, { text: 'link' });
  const opened = house.teams.conversations.open(CHANNEL, 'channel', chair.id);
  house.teams.conversations.setApp(opened, 'removed');
  await fedBack();
  await tell();
  expect(new Set(await answered())).toEqual(new Set([cast.chair, cast.deputy]));
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('where nothing could be made ready for the channel, they hear it themselves, and it is told of', async () => {
  const { cast } = house;
  await inChannel(chair, { text: 'link' });
  house.teams.conversations.open(CHANNEL, 'channel', chair.id);
  await fedBack();
  const announcer = { announce: () => Promise.reject(new Error('there is no token')) };
  const told = announceAnswers({ ...house.storage, announcer }, ZPV, await facts());
  await expect(told).rejects.toThrow('there is no token');
  expect(new Set(await answered())).toEqual(new Set([cast.chair, cast.deputy]));
});

test('what the channel may not have heard, chair and deputy hear too; it stays linked', async () => {
  const { cast } = house;
  await inChannel(chair, { text: 'link' });
  const item = await fedBack();
  const announcer = { announce: async () => ({ kind: 'unknown', why: 'timed out' }) as const };
  const told = async () => announceAnswers({ ...house.storage, announcer }, ZPV, await facts());
  await expect(told()).rejects.toThrow('a channel may not have heard');
  await told();
  expect(new Set(await answered())).toEqual(new Set([cast.chair, cast.deputy]));
  const { frame, things } = await facts();
  const [answer] = things['agenda-item'];
  if (answer === undefined) throw new Error('there is no item');
  expect(channelOf(frame, answer.network)).toBeDefined();
  await act(cast.chair, { verb: 'acknowledge-item', data: { item } });
  expect(await answered()).toEqual([]);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('so they do where whoever was telling it has gone', async () => {
  const { cast } = house;
  await inChannel(chair, { text: 'link' });
  await fedBack();
  const telling = Promise.withResolvers<void>();
  const announcer = {
    announce: () => {
      telling.resolve();
      return new Promise<never>(() => {});
    },
  };
  void announceAnswers({ ...house.storage, announcer }, ZPV, await facts());
  await telling.promise;
  await tell();
  expect(await answered()).toEqual([]);
  house.clock.moveTo('2026-05-08T09:05:01.000Z');
  await expect(tell()).rejects.toThrow('a channel may not have heard');
  await tell();
  expect(new Set(await answered())).toEqual(new Set([cast.chair, cast.deputy]));
  expect(channelTexts()).toEqual([]);
});

test('a message’s words come without its markup', () => {
  expect(messageWords('<div>a&nbsp;&lt;b&gt;<br>c</div><ul><li>d</li></ul>')).toBe('a <b>\nc\n• d');
  expect(messageWords('1 &#60; 2 &#x1F642; &unknown; &#9999999;')).toBe(
    '1 < 2 🙂 &unknown; &#9999999;',
  );
});

test('“board”, “silver” and “pairs” are answered for whoever may, and lead others to their own', async () => {
  const said = async (who: Account, text: string) => {
    const { activities } = await house.teams.channel.send(who, { text });
    expect(activities).toHaveLength(1);
    return JSON.stringify(activities);
  };
  expect(await said(sponsor, 'hello')).toContain('First: say which meeting you have been to.');
  await act(house.cast.chair, {
    verb: 'raise-item',
    data: { network: 'race-equality-network', title: 'Nights', text: 'Who works them?' },
  });
  expect(await said(sponsor, 'hello')).toContain('First: 1 item waits for you.');
  expect(await said(sponsor, 'board')).toContain('One item waits for you.');
  expect(await said(chair, 'board')).toContain('Nights');
  expect(await said(sponsor, 'silver')).toContain('0 of the 5 lines');
  expect(await said(nurse, 'board')).toContain('reached through a network');
  expect(await said(nurse, 'pairs')).toContain('Reverse mentoring');
});
