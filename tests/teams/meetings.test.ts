import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MeetingId, NetworkId } from '../../bot/domain/facts.ts';
import type { PlainDate, PlainTime } from '../../bot/domain/time.ts';
import { bring, JUNE_10, RACE, TENANT, ZPV } from '../support/small-trust.ts';
import { CHAT, JOIN, meetingHouse, people, type MeetingHouse } from './meeting-house.ts';

const { nurse, operating, sponsor, interim, chair, deputy, edi, assistant, elsewhere } = people;
const STARTS = '2026-06-10T11:00:00.000Z';
const ENDS = '2026-06-10T12:00:00.000Z';

let house: MeetingHouse;
beforeEach(async () => {
  house = await meetingHouse();
  await house.known(nurse, operating, sponsor, interim, chair, deputy, edi, assistant);
  await house.inChat(chair, { text: 'link' });
  house.lines.length = 0;
});
afterEach(() => house.close());

const became = (code: string, kind: 'start' | 'end' = 'start') =>
  expect.objectContaining({ event: 'answered', verb: `meeting-${kind}`, outcomes: [code] });

/** The meeting of 10 June from its start to its end, with these people there at each look. */
async function play(...looks: (readonly (typeof nurse)[])[]): Promise<void> {
  const [first = [], ...later] = looks;
  await house.at(STARTS);
  house.attend(...first);
  await house.event('start');
  for (const [index, there] of later.entries()) {
    house.attend(...there);
    await house.at(`2026-06-10T11:${String(10 * (index + 1)).padStart(2, '0')}:00.000Z`);
  }
  house.clock.moveTo(ENDS);
  await house.event('end');
}

test('an executive who was there at any of the looks gets one offer; who wasn’t gets nothing', async () => {
  await play([nurse, chair], [], [operating], [chair]);
  expect(house.offers(nurse)).toHaveLength(1);
  expect(house.offers(operating)).toHaveLength(1);
  for (const other of [sponsor, interim, chair, deputy, edi, assistant]) {
    expect(house.offers(other)).toEqual([]);
  }
  expect(JSON.stringify(house.offers(nurse))).toContain(
    'Were you at the Race Equality Network today?',
  );
});

test('one tap on the offer is the claim, and the same card says what comes next', async () => {
  await play([nurse]);
  const [offer] = house.offers(nurse);
  const pressed = await house.teams.channel.act(nurse, {
    activityId: offer?.activity.id ?? '',
    verb: 'claim',
    data: { organisation: 'ZPV', meeting: JUNE_10, tap: 'once' },
  });
  expect(JSON.stringify(pressed.body)).toContain('Thank you, Aoife');
  const { people: found } = await house.storage.records.some(ZPV, [house.cast.nurse]);
  expect(found[0]?.claims).toMatchObject([{ meeting: JUNE_10, moves: [{ to: 'claimed' }] }]);
});

test('whoever stops these questions is asked about no more, until they turn them on again', async () => {
  await play([nurse]);
  const [offer] = house.offers(nurse);
  const press = async (verb: string) => {
    const kind = { kind: 'were-you-there', back: 'offer', meeting: JUNE_10 };
    const activityId = offer?.activity.id ?? '';
    const data = { organisation: 'ZPV', ...kind, tap: verb };
    const { body } = await house.teams.channel.act(nurse, { activityId, verb, data });
    return JSON.stringify(body);
  };
  const meet = async (starts: string, ends: string) => {
    const before = house.teams.meetings.lookUps.length;
    await house.at(starts);
    house.attend(nurse, sponsor);
    await house.event('start');
    await house.at(ends);
    await house.event('end');
    return house.teams.meetings.lookUps.slice(before).map(({ participant }) => participant);
  };
  const stopped = await press('mute');
  expect(stopped).toContain('You won’t be asked after meetings any more');
  expect(stopped).toContain('Yes, I was there');
  expect(await press('mute')).toContain('Turn them on again');

  expect(await meet('2026-10-14T11:00:00.000Z', '2026-10-14T12:00:00.000Z')).not.toContain(
    nurse.id,
  );
  expect(house.offers(nurse)).toHaveLength(1);
  expect(house.offers(sponsor)).toHaveLength(1);

  expect(await press('unmute')).toContain('Stop these questions');
  expect(await meet('2026-12-09T12:00:00.000Z', '2026-12-09T13:00:00.000Z')).toContain(nurse.id);
  expect(house.offers(nurse)).toHaveLength(2);
});

test('whoever stops these questions while a meeting runs is not asked after it', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  await house.event('start');
  await house.doors.perform(house.as(house.cast.nurse), {
    verb: 'mute',
    data: { kind: 'were-you-there' },
  });
  house.clock.moveTo(ENDS);
  await house.event('end');
  expect(house.offers(nurse)).toEqual([]);
});

test('Teams is asked about executives of that day alone, each by name, and never for a list', async () => {
  const before = house.teams.requests.length;
  await play([nurse, chair, deputy, edi], [nurse, chair, operating]);
  const asked = house.teams.requests.slice(before);
  for (const other of [interim, chair, deputy, edi, assistant]) {
    expect(asked.filter((request) => request.includes(other.id))).toEqual([]);
  }
  expect(asked.filter((request) => /members/.test(request))).toEqual([]);
  const named = house.teams.meetings.lookUps.map(({ participant }) => participant);
  expect(new Set(named)).toEqual(new Set([nurse.id, operating.id, sponsor.id]));
  // Whoever was seen is not asked about again.
  expect(named.filter((id) => id === nurse.id)).toHaveLength(1);
});

test('whoever is away, or can’t be reached, is not asked about', async () => {
  const { people: found } = await house.storage.records.some(ZPV, [house.cast.sponsor]);
  const [listed] = found[0]?.assignments ?? [];
  if (listed === undefined) throw new Error('not on the staff list');
  const { recordedAt: _, ...fact } = { ...listed, on: '2026-06-01' as PlainDate, away: true };
  await bring(house.storage, 'roster', [{ kind: 'assignment', person: house.cast.sponsor, fact }]);
  await house.teams.channel.send(operating, { type: 'installationUpdate', action: 'remove' });
  await play([nurse, operating, sponsor]);
  expect(house.teams.meetings.lookUps.map(({ participant }) => participant)).toEqual([nurse.id]);
  expect(house.offers(nurse)).toHaveLength(1);
});

test('nothing of who was there is stored, in the ledger or in the log', async () => {
  await house.at('2026-06-10T10:59:00.000Z');
  const before = new Set(await house.stored());
  await play([nurse, operating], [nurse]);
  expect(house.offers(nurse)).toHaveLength(1);
  await house.idle();
  const added = (await house.stored()).filter((row) => !before.has(row));
  expect(added).toEqual([expect.stringContaining(`offers|${JUNE_10}`)]);
  const log = JSON.stringify(house.lines);
  for (const name of [nurse.id, nurse.name, house.cast.nurse, operating.id, house.cast.operating]) {
    expect(log).not.toContain(name);
    expect(added.join()).not.toContain(name);
  }
});

test('the same is stored where nobody was there', async () => {
  await house.at('2026-06-10T10:59:00.000Z');
  const before = new Set(await house.stored());
  await play([], [chair]);
  const added = (await house.stored()).filter((row) => !before.has(row));
  expect(added).toEqual([expect.stringContaining(`offers|${JUNE_10}`)]);
});

test('an event sent twice leaves a line and changes nothing: one offer', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  expect((await house.event('start')).became).toEqual(became('running'));
  expect((await house.event('start')).became).toEqual(became('already-running'));
  await house.at(ENDS);
  expect((await house.event('end')).became).toEqual(became('ended', 'end'));
  expect((await house.event('end')).became).toEqual(became('start-never-seen', 'end'));
  expect((await house.event('start')).became).toEqual(became('unknown-meeting'));
  expect(house.offers(nurse)).toHaveLength(1);
  expect(house.lines).toHaveLength(5);
});

test('an end before the start, and an end alone, are a line each', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  expect((await house.event('end')).became).toEqual(became('start-never-seen', 'end'));
  expect(house.teams.meetings.lookUps).toEqual([]);
  await house.at(ENDS);
  expect((await house.event('end')).became).toEqual(became('start-never-seen', 'end'));
  expect(house.offers(nurse)).toEqual([]);
});

test('a meeting that no calendar has is a line, and nobody is asked about', async () => {
  await house.at(STARTS);
  const other = JOIN.replace('RACE', 'CHESS');
  house.teams.meetings.attend(other, [nurse]);
  const { status, became: line } = await house.event('start', other);
  expect({ status, line }).toEqual({ status: 200, line: became('unknown-meeting') });
  await house.at('2026-06-11T11:00:00.000Z');
  expect((await house.event('start')).became).toEqual(became('unknown-meeting'));
  expect(house.teams.meetings.lookUps).toEqual([]);
});

test('an event of a tenant that is not allowed is refused with a line', async () => {
  await house.at(STARTS);
  const { status } = await house.event('start', JOIN, elsewhere);
  expect(status).toBe(403);
  expect(house.lines).toEqual([
    expect.objectContaining({ event: 'refused', because: 'tenant-not-allowed' }),
  ]);
});

test.each([
  ['no value', null, 'value'],
  ['no meeting id', { Id: null }, 'Id'],
  ['a link that is none', { JoinUrl: 'javascript:alert(1)' }, 'JoinUrl'],
  ['a time that is none', { StartTime: 'noon' }, 'StartTime'],
])('an event with %s is refused with a line that names the field', async (_, differs, field) => {
  await house.at(STARTS);
  const value = { MeetingType: 'Recurring', Title: 'T', Id: 'x', JoinUrl: JOIN, StartTime: STARTS };
  const { status } = await house.inChat(chair, {
    type: 'event',
    name: 'application/vnd.microsoft.meetingStart',
    value: differs && { ...value, ...differs },
  });
  expect(status).toBe(400);
  expect(house.lines).toEqual([
    expect.objectContaining({ because: 'unreadable-event', detail: field }),
  ]);
});

test.each(['constructor', '__proto__', 'toString'])(
  'an event named %s is none of ours',
  async (name) => {
    const { status } = await house.inChat(chair, { type: 'event', name, value: { Id: 'x' } });
    expect(status).toBe(200);
    expect(house.lines.map(({ because }) => because)).toEqual([undefined]);
  },
);

test('a meeting for members only is not asked about', async () => {
  await house.at('2026-08-12T11:00:00.000Z');
  house.attend(nurse);
  expect((await house.event('start')).became).toEqual(became('members-only'));
  await house.at('2026-08-12T12:00:00.000Z');
  await house.event('end');
  expect(house.teams.meetings.lookUps).toEqual([]);
  expect(house.offers(nurse)).toEqual([]);
});

test('a meeting that is cancelled while it runs is offered to nobody', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  await house.event('start');
  await bring(house.storage, 'meetings', [
    { kind: 'meeting', fact: { ...(await juneMeeting()), cancelled: true } },
  ]);
  await house.at(ENDS);
  await house.event('end');
  expect(house.offers(nurse)).toEqual([]);
});

test('who has recorded it already is not offered it', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  await house.event('start');
  await house.at('2026-06-10T12:04:00.000Z');
  const act = { verb: 'claim', data: { meeting: JUNE_10 } } as const;
  const claimed = await house.doors.perform(house.as(house.cast.nurse), act);
  expect(claimed[0]?.outcome).toEqual({ kind: 'done' });
  await house.event('end');
  expect(house.offers(nurse)).toEqual([]);
});

test('a meeting that ended early is offered when it counts as held', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  await house.event('start');
  await house.at('2026-06-10T11:50:00.000Z');
  house.attend();
  await house.event('end');
  expect(house.offers(nurse)).toEqual([]);
  await house.at(ENDS);
  expect(house.offers(nurse)).toHaveLength(1);
});

test('where the end is never told, an empty room after the calendar’s end is one', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  await house.event('start');
  await house.at('2026-06-10T12:02:00.000Z');
  expect(house.offers(nurse)).toEqual([]);
  house.attend();
  await house.at('2026-06-10T12:12:00.000Z');
  await house.at('2026-06-10T12:13:00.000Z');
  expect((await house.event('end')).became).toEqual(became('start-never-seen', 'end'));
  expect(house.offers(nurse)).toHaveLength(1);
});

test('a restart forgets who was there, and offers nothing', async () => {
  await house.at(STARTS);
  house.attend(nurse);
  await house.event('start');
  await house.restart();
  await house.at(ENDS);
  expect((await house.event('end')).became).toEqual(became('start-never-seen', 'end'));
  expect(house.offers(nurse)).toEqual([]);
});

test('a meeting whose end lies outside working hours is not asked about', async () => {
  const evening = { date: '2026-06-09' as PlainDate, end: '18:00' as PlainTime };
  const id = 'race-equality-network-2026-06-11-1730' as MeetingId;
  const start = '17:30' as PlainTime;
  const fact = { ...(await juneMeeting()), ...evening, id, start, date: '2026-06-11' as PlainDate };
  await bring(house.storage, 'meetings', [{ kind: 'meeting', fact }]);
  await house.at('2026-06-11T16:30:00.000Z');
  house.attend(nurse);
  expect((await house.event('start')).became).toEqual(became('out-of-hours'));
  expect(house.teams.meetings.lookUps).toEqual([]);
});

test('a calendar’s join link is enough, whatever Teams adds to it', async () => {
  await house.inChat(chair, { text: 'unlink' });
  await house.at(STARTS);
  expect((await house.event('start')).became).toEqual(became('unknown-meeting'));
  const joinLink = JOIN.replaceAll('%3a', '%3A');
  await bring(house.storage, 'meetings', [
    { kind: 'meeting', fact: { ...(await juneMeeting()), joinLink } },
  ]);
  house.attend(nurse);
  const { became: line } = await house.event('start', `${JOIN}?context=%7b%22Tid%22%7d`);
  expect(line).toEqual(became('running'));
});

test('a failure of Teams’ about one person costs nobody else the offer', async () => {
  await house.at(STARTS);
  await house.event('start');
  house.attend(nurse);
  await house.teams.channel.send(nurse, { type: 'installationUpdate', action: 'remove' });
  house.attend(nurse, operating);
  await house.at(ENDS);
  await house.event('end');
  expect(house.offers(nurse)).toEqual([]);
  expect(house.offers(operating)).toHaveLength(1);
});

test('in a meeting’s chat the chair links the series in one message, and takes it back', async () => {
  const undone = await house.inChat(chair, { text: '<at>Silver Commitments</at> unlink' });
  expect(undone.activities).toHaveLength(1);
  expect(undone.text).toContain('Not linked to a network');
  const linked = await house.inChat(deputy, { text: '<at>Silver Commitments</at> Link' });
  expect(linked.activities).toHaveLength(1);
  expect(linked.text).toContain('Linked to the Race Equality Network');
  const again = await house.inChat(chair, { text: 'link this meeting' });
  expect(again.text).toContain('Linked to the Race Equality Network');
  const { series } = await house.storage.records.frame(ZPV);
  expect(series.map(({ conversation, network }) => [conversation, network ?? ''])).toEqual([
    [CHAT, RACE],
    [CHAT, ''],
    [CHAT, RACE],
  ]);
  expect(await house.storage.auditor.verify(ZPV)).toMatchObject({ faults: [] });
});

test('who chairs several networks chooses on one card', async () => {
  const other = 'disability-and-wellbeing-network' as NetworkId;
  const on = '2026-04-01' as PlainDate;
  const fact = { role: 'network-chair', person: house.cast.chair, network: other, on } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact }]);
  const asked = await house.inChat(chair, { text: 'link' });
  expect(asked.text).toContain('Which network meets here?');
  const value = { verb: 'link-series', organisation: 'ZPV', network: other };
  const pressed = await house.inChat(chair, { value, replyToId: asked.activities[0]?.id });
  expect(pressed.text).toContain('Linked to the Disability and Wellbeing Network');
  const undo = { action: { verb: 'unlink-series', data: { organisation: 'ZPV' } } };
  const undone = await house.inChat(chair, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: undo,
  });
  expect(undone.text).toContain('Not linked to a network');
});

test('only the chair or deputy of the network links, and the answer is one kind message', async () => {
  for (const other of [nurse, edi, assistant]) {
    const { activities, text } = await house.inChat(other, { text: 'link' });
    expect(activities).toHaveLength(1);
    expect(text).toContain('A network’s chair or deputy can link these meetings');
    expect((await house.inChat(other, { text: 'unlink' })).text).toContain(
      'Only the chair or deputy',
    );
  }
  const value = { verb: 'link-series', network: RACE };
  expect((await house.inChat(edi, { value })).text).not.toContain('Linked to');
});

test('in a meeting’s chat there is help, and nothing of anybody’s own', async () => {
  for (const text of ['progress', 'I attended', 'help', 'what is this?']) {
    const answered = await house.inChat(nurse, { text });
    expect(answered.activities).toHaveLength(1);
    expect(answered.text).toContain('I ask about nobody else');
    expect(JSON.stringify(answered.activities[0]?.['attachments'])).not.toContain('Aoife');
  }
  const claim = { verb: 'claim', organisation: 'ZPV', meeting: JUNE_10 };
  expect((await house.inChat(nurse, { value: claim })).status).toBe(403);
  const wrong = { verb: 'link-series', organisation: 'XYZ', network: RACE };
  expect((await house.inChat(chair, { value: wrong })).status).toBe(403);
});

test('in their own chat a chair links no place in Teams, whatever a button is made to say', async () => {
  const data = { organisation: 'ZPV', network: RACE, conversation: '19:anybodys@thread.tacv2' };
  const [card] = house.teams.channel.chatOf(chair).messages;
  const activityId = card?.activity.id ?? '';
  const before = (await house.storage.records.frame(ZPV)).series;
  await house.teams.channel.act(chair, { activityId, verb: 'link-series', data });
  await house.teams.channel.send(chair, { value: { verb: 'link-series', ...data } });
  expect((await house.storage.records.frame(ZPV)).series).toEqual(before);
});

test('somebody of another tenant in the meeting’s chat is nobody here, whatever their address', async () => {
  const { alike } = people;
  for (const text of ['link', 'unlink']) {
    const { text: answered } = await house.inChat(alike, { text }, TENANT);
    expect(answered).not.toContain('Only the chair or deputy');
  }
  const payload = {
    body: { contentType: 'html', content: '<p>Nights fall to the same people.</p>' },
  };
  const value = { commandId: 'raise-with-the-board', messagePayload: payload };
  const asked = { type: 'invoke', name: 'composeExtension/fetchTask', value };
  expect((await house.inChat(alike, asked, TENANT)).text).toContain('This is a guest account');
  const { cast, storage } = house;
  expect(await storage.directory.links({ organisation: ZPV, person: cast.boardChair })).toEqual([]);
});

async function juneMeeting() {
  const { meetings } = await house.storage.records.frame(ZPV);
  const found = meetings.find(({ id }) => id === JUNE_10);
  if (found === undefined) throw new Error('no such meeting');
  const { recordedAt: _, ...fact } = found;
  return fact;
}
