import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Role } from '../../bot/domain/facts.ts';
import { addDays, londonDate, type PlainDate } from '../../bot/domain/time.ts';
import { bring, RACE } from '../support/small-trust.ts';
import { matrixApi, type Who } from './support/matrix-house.ts';
import { matrix, newVerbs, readyFor } from './support/matrix-rows.ts';
import type { NewVerb } from './support/matrix-ways.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

/** Whose the first to do it is by a role alone. */
const byRole: Partial<Record<Who, Pick<Role, 'role' | 'network'>>> = {
  chair: { role: 'network-chair', network: RACE },
  secretary: { role: 'board-secretary' },
  edi: { role: 'edi-lead' },
  lead: { role: 'programme-lead' },
  boardChair: { role: 'board-chair' },
};
const roleOf = (verb: NewVerb) => {
  const [who] = matrix[verb].may;
  return who === undefined || matrix[verb].may.length > 10 ? undefined : byRole[who];
};

test.each(newVerbs.filter((verb) => roleOf(verb) !== undefined))(
  '%s: an old card does nothing once the role has ended',
  async (verb) => {
    const house = await api.afresh();
    const act = await readyFor(verb, house);
    const [who] = matrix[verb].may;
    const role = roleOf(verb);
    if (who === undefined || role === undefined) throw new Error('nobody may');
    const today = londonDate(house.clock.now());
    const fact = { ...role, person: house.cast[who], on: '2025-04-01' as PlainDate, to: today };
    await bring(house.storage, 'roles', [{ kind: 'role', fact }]);
    house.clock.moveTo(`${addDays(today, 1)}T09:30:00.000Z`);
    const before = await house.rows();
    const { status } = await api.act(who, act);
    expect([403, 404]).toContain(status);
    expect(await house.rows()).toEqual(before);
  },
);

test('who was the manager until today decides nothing any more; who is now, does', async () => {
  for (const verb of ['agree-goal', 'confirm-goal', 'answer-goal', 'pause-goal'] as const) {
    const house = await api.afresh();
    const act = await readyFor(verb, house);
    const { leader, colleague } = house.cast;
    await house.does('edi', { verb: 'name-manager', data: { for: leader, manager: colleague } });
    expect((await api.act('manager', act)).said).toBe('not-their-manager');
    expect((await api.read('manager', '/api/me/team')).text).not.toContain('Zqgoal');
    expect((await api.act('colleague', act)).said).toBe('done');
  }
});

/** From where the first verb is ready, the second would skip a step. */
const skips: readonly (readonly [NewVerb, NewVerb, object, Who, string])[] = [
  ['propose-goal', 'confirm-goal', { proposals: 'achieved' }, 'manager', 'goal-not-proposed'],
  ['propose-goal', 'answer-goal', { outcome: 'partly' }, 'manager', 'goal-not-proposed'],
  ['share-goal', 'propose-goal', { outcome: 'achieved' }, 'leader', 'goal-not-agreed'],
  ['share-goal', 'pause-goal', {}, 'manager', 'goal-not-agreed'],
  ['accept-pair', 'met', { date: '2026-04-09' }, 'mentor', 'not-open-any-more'],
  ['accept-pair', 'complete-pair', {}, 'mentor', 'not-open-any-more'],
  ['accept-pair', 'accept-pair', {}, 'nurse', 'no-such-pair'],
  ['pause-pair', 'complete-pair', {}, 'mentor', 'meet-first'],
  ['triage-item', 'schedule-item', { meeting: 'board-2026-05-07' }, 'secretary', 'not-triaged-yet'],
  ['triage-item', 'decline-item', { reason: 'No.' }, 'boardChair', 'not-triaged-yet'],
  ['refer-item', 'acknowledge-item', {}, 'chair', 'item-moved-on'],
  ['refer-item', 'ask-review', {}, 'chair', 'item-moved-on'],
  ['discuss-item', 'feed-back', { text: 'Done.' }, 'secretary', 'item-moved-on'],
  ['schedule-item', 'edit-item', { title: 'T', text: 'U' }, 'chair', 'triaged-already'],
  ['withdraw-paper', 'present-paper', { minute: '1' }, 'secretary', 'board-to-meet'],
];

test.each(skips)(
  'from %s: %s is no step, whatever the card says',
  async (at, verb, more, who, why) => {
    const house = await api.afresh();
    const { data } = await readyFor(at, house);
    const before = await house.rows();
    const given = { ...data, ...more };
    const list =
      'proposals' in given && 'goal' in given
        ? { proposals: [`${String(given.goal)}~${String(given.proposals)}`] }
        : given;
    expect((await api.act(who, { verb, data: list })).said).toBe(why);
    expect(await house.rows()).toEqual(before);
  },
);

const texts = [
  'action',
  'text',
  'title',
  'reason',
  'minute',
  'document',
  'course',
  'body',
  'time',
  'name',
  'termsUsed',
  'because',
] as const;
const evil = {
  markup: '<img src=x onerror=alert(1)> [a link](javascript:alert(1)) **bold**',
  template: '${person.name} ${$root} {{0}}',
  'right to left': 'Zq\u202Etxet\u202C \u200F.',
  'a line': 'One\r\nTwo\u0000',
} as const;

test.each(newVerbs)(
  '%s: odd words are shown as typed or refused, and never break it',
  async (verb) => {
    for (const words of Object.values(evil)) {
      const house = await api.afresh();
      const act = await readyFor(verb, house);
      const fields = texts.filter((name) => name in act.data);
      const [who] = matrix[verb].may;
      if (who === undefined || fields.length === 0) return;
      const given = Object.fromEntries(fields.map((name) => [name, words]));
      const { status } = await api.act(who, { ...act, data: { ...act.data, ...given } });
      expect([200, 400, 409], words).toContain(status);
      expect(
        (await house.storage.auditor.verify(house.as(house.cast.edi).organisation)).faults,
      ).toEqual([]);
      // A network's id is its name in small letters and dashes.
      expect(JSON.stringify(await house.entries())).not.toContain('onerror=');
    }
  },
);

test.each(newVerbs)('%s: five thousand words are refused, and nothing is kept', async (verb) => {
  const house = await api.afresh();
  const act = await readyFor(verb, house);
  const [who] = matrix[verb].may;
  const before = await house.rows();
  for (const name of texts.filter((each) => each in act.data)) {
    const data = { ...act.data, [name]: 'words '.repeat(5_000) };
    const { status, said } = await api.act(who ?? 'edi', { ...act, data });
    expect([400, 409], `${name}: ${said}`).toContain(status);
  }
  expect(await house.rows()).toEqual(before);
});

/** Where somebody reads their own words again. */
const readAgain: readonly (readonly [NewVerb, string])[] = [
  ['draft-goal', '/api/me/goal'],
  ['note-goal', '/api/me/goal'],
  ['raise-item', '/api/me/agenda'],
  ['edit-item', '/api/me/agenda'],
  ['add-plan-line', '/api/organisation/plan'],
  ['note-plan-progress', '/api/me/plan'],
  ['make-pledge', '/api/me/pledges'],
  ['review-pledge', '/api/me/pledges'],
  ['keep-note', '/api/me/pledges'],
  ['record-paper', '/api/board/papers'],
  ['set-words', '/api/organisation/settings'],
  ['add-network', '/api/organisation/settings'],
];
test.each(readAgain)('%s: words come back as they were typed', async (verb, path) => {
  for (const words of Object.values(evil)) {
    const house = await api.afresh();
    const act = await readyFor(verb, house);
    const who = matrix[verb].may[0] ?? 'edi';
    const [name] = texts.filter((each) => each in act.data);
    const given = { ...act, data: { ...act.data, [name ?? '']: words } };
    expect((await api.act(who, given)).said).toBe('done');
    expect((await api.read(who, path)).text).toContain(JSON.stringify(words).slice(1, -1));
  }
});

const days = [
  ...(['date', 'target', 'review', 'until', 'due', 'year', 'quarter'] as const),
  ...(['from', 'lastDay'] as const),
];
test.each(newVerbs)('%s: a day that there isn’t, or can’t be, changes nothing', async (verb) => {
  const house = await api.afresh();
  const act = await readyFor(verb, house);
  const [who] = matrix[verb].may;
  const before = await house.rows();
  for (const name of days.filter((each) => each in act.data)) {
    for (const day of ['2026-04-31', '31/04/2026', '1999-12-31', '2099-01-01']) {
      const data = { ...act.data, [name]: day };
      const { status, said } = await api.act(who ?? 'edi', { ...act, data });
      if (verb === 'not-met' && day === '2099-01-01') continue;
      expect([400, 404, 409], `${name} ${day}: ${said}`).toContain(status);
    }
  }
  expect(await house.rows()).toEqual(before);
});
