import * as z from 'zod';
import type { Instant } from '../../bot/domain/time.ts';
import { teamsIdFor, type Accounts } from './accounts.ts';
import { channelFlaws, type ChannelIssuer } from './channel-issuer.ts';
import type { Channel } from './channel.ts';
import { activitySchema } from './conversations.ts';
import type { Jumps } from './diary.ts';
import { entraFlaws, type EntraIssuer } from './entra-issuer.ts';
import type { createEvents } from './events.ts';
import { ok, readJson, Refused, route, type Route } from './http.ts';
import type { PracticePerson } from './people.ts';
import { inWords, readMoment, type PracticeClock } from './practice-clock.ts';

const person = z.string();
const tokenSchema = z.object({ person, flaw: z.optional(z.enum(entraFlaws)) });
const channelTokenSchema = z.object({
  flaw: z.optional(z.enum(channelFlaws)),
  serviceUrl: z.optional(z.url()),
});
const personSchema = z.object({ person });
const saySchema = z.object({ person, text: z.string() });
const actSchema = z.object({
  person,
  activityId: z.string(),
  verb: z.string(),
  data: z.optional(z.unknown()),
  trigger: z.optional(z.enum(['manual', 'automatic'])),
});
const rawSchema = z.object({
  person,
  activity: z.record(z.string(), z.unknown()),
  flaw: z.optional(z.enum(channelFlaws)),
});
const clockSchema = z.object({ now: z.string() });

/** What the routes need of the house. */
export interface LocalParts {
  readonly people: readonly PracticePerson[];
  readonly accounts: Accounts;
  readonly channel: Channel;
  readonly channelIssuer: ChannelIssuer;
  readonly entra: EntraIssuer;
  readonly clock: PracticeClock;
  readonly jumps: (now: Instant) => Promise<Jumps>;
  readonly events: ReturnType<typeof createEvents>;
  readonly origin: () => string;
  /** Called after the clock was moved; resolves once the bot goes by it. */
  readonly clockMoved: () => Promise<void>;
  readonly processes: () => Record<'storage' | 'bot' | 'window', number | null>;
}

/** The house's own calls, as README.md beside this file documents them. */
export function localRoutes(parts: LocalParts): readonly Route[] {
  const { accounts, channel, clock } = parts;
  const named = (url: URL) => accounts.get(url.searchParams.get('person') ?? '');
  const clockView = async () => {
    const now = clock.now();
    const { workingDay, afterMeeting } = await parts.jumps(now);
    return { now, words: inWords(now), next: { workingDay, afterMeeting } };
  };

  return [
    route('GET', '/local/people', () =>
      ok(
        parts.people.map(({ id, name, email, title, roles, guest }) => ({
          id,
          name,
          email,
          title,
          roles,
          guest,
        })),
      ),
    ),
    route('POST', '/local/token', async ({ request }) => {
      const asked = tokenSchema.parse(await readJson(request));
      const account = accounts.get(asked.person);
      const token = await parts.entra.mint({ origin: parts.origin(), account, flaw: asked.flaw });
      return ok({ token });
    }),
    route('POST', '/local/channel-token', async ({ request }) => {
      const asked = channelTokenSchema.parse(await readJson(request));
      const origin = parts.origin();
      const { flaw, serviceUrl = `${origin}/connector/` } = asked;
      return ok({
        token: await parts.channelIssuer.mint({ origin, serviceUrl, flaw }),
        serviceUrl,
      });
    }),
    route('POST', '/local/say', async ({ request }) => {
      const said = saySchema.parse(await readJson(request));
      const fields = { type: 'message', text: said.text, textFormat: 'plain' };
      return ok(await channel.send(accounts.get(said.person), fields));
    }),
    route('POST', '/local/act', async ({ request }) => {
      const { person: who, data, ...press } = actSchema.parse(await readJson(request));
      return ok(await channel.act(accounts.get(who), { ...press, data: data ?? {} }));
    }),
    route('POST', '/local/install', async ({ request }) => {
      const { person: who } = personSchema.parse(await readJson(request));
      return ok(await channel.install(accounts.get(who)));
    }),
    route('POST', '/local/activity', async ({ request }) => {
      const { person: who, activity, flaw } = rawSchema.parse(await readJson(request));
      return ok(await channel.send(accounts.get(who), activity, flaw));
    }),
    route('GET', '/local/inbox', ({ url }) => {
      const { messages } = channel.chatOf(named(url));
      const fromBot = messages.filter(({ by }) => by === 'bot');
      return ok({ activities: fromBot.map(({ activity }) => activitySchema.parse(activity)) });
    }),
    route('GET', '/local/chat', ({ url }) => {
      const account = named(url);
      const { id, app, messages } = channel.chatOf(account);
      return ok({ id, app, teamsId: teamsIdFor(account), messages });
    }),
    route('GET', '/local/clock', async () => ok(await clockView())),
    route('POST', '/local/clock', async ({ request }) => {
      const { now } = clockSchema.parse(await readJson(request));
      const moment = readMoment(now);
      if (moment === undefined) {
        throw new Refused(
          400,
          'Write the time as 2026-06-11, 2026-06-11T09:30 or 2026-06-11T08:30:00Z.',
        );
      }
      if (clock.moveTo(moment) === 'that-is-past') {
        const sentence = `It is ${inWords(clock.now())} already. The practice clock only goes forward.`;
        throw new Refused(409, `${sentence} To begin again: npm start -- --fresh`);
      }
      await parts.clockMoved();
      return ok(await clockView());
    }),
    route('GET', '/local/processes', () => ok(parts.processes())),
    route('GET', '/local/events', (call) => parts.events.open(call)),
  ];
}
