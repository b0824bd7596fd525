import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { meSchema, type Page } from '../../bot/contract/views.ts';
import { readPeople } from '../../infra/local/people.ts';
import { practice, trustFolder } from '../../infra/local/practice-ids.ts';
import { runningTrust, type RunningTrust } from '../support/running-trust.ts';

/** Each reading, and the pages that show it. */
const readings: readonly (readonly [path: string, pages: readonly Page[]])[] = [
  ['/api/me/progress', ['commitments']],
  ['/api/me/pledges', ['commitments']],
  ['/api/organisation/pledges', ['commitments']],
  ['/api/organisation/silver', ['organisation']],
  ['/api/organisation/settle', ['organisation']],
  ['/api/organisation/history', ['organisation']],
  ['/api/organisation/attendance', ['organisation', 'network']],
];

let trust: RunningTrust;
let staff: string[];
beforeAll(async () => {
  trust = await runningTrust();
  const people = await readPeople(trustFolder, practice.tenant);
  staff = people.map(({ email }) => email.split('@')[0] ?? '').slice(0, -2);
}, 120_000);
afterAll(() => trust.stop());

test(
  'whoever has no page for it is refused each reading, and each page reads something',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = [];
    const seen = new Map<string, number>();
    for (const name of staff) {
      const asked = await trust.call(name, '/api/me');
      if (asked.status === 403) continue;
      const { pages } = meSchema.parse(asked.body);
      seen.set(pages.join(' '), (seen.get(pages.join(' ')) ?? 0) + 1);
      const statuses = await Promise.all(
        readings.map(async ([path, shownOn]) => {
          const { status } = await trust.call(name, path);
          const isTheirs = shownOn.some((page) => pages.includes(page));
          if (status !== 403 && !isTheirs) wrong.push(`${name}: ${path} is ${status}`);
          return status === 200 ? shownOn : [];
        }),
      );
      const read = new Set(statuses.flat());
      for (const page of ['commitments', 'organisation'] as const) {
        if (pages.includes(page) && !read.has(page)) wrong.push(`${name}: ${page} shows nothing`);
      }
    }
    expect(wrong).toEqual([]);
    // Somebody of every kind was among them.
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining([
        '',
        'commitments',
        'commitments team organisation',
        'network organisation',
      ]),
    );
  },
);

test('what waits, and the calendar, hold nothing for whoever decides nothing', async () => {
  const nobody = 'aoife.okafor';
  const waits = await trust.call(nobody, '/api/me/waiting');
  expect(waits.body).toMatchObject({ waiting: [], decided: [] });
  const calendar = await trust.call(nobody, '/api/me/calendar');
  expect(z.object({ networks: z.array(z.unknown()) }).parse(calendar.body).networks).toEqual([]);
});
