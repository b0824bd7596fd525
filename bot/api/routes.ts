import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { actSchema } from '../contract/acts.ts';
import { checked } from '../contract/checked.ts';
import type { Doors } from '../use-cases/doors.ts';
import { logged } from '../use-cases/mentoring/logged.ts';
import { actingIn, hasLeft } from '../use-cases/own-organisations.ts';
import type { Limits } from '../limits.ts';
import type { Account, Caller } from '../use-cases/ports.ts';
import { addressOf } from './address.ts';
import type { About, Answer } from './answer.ts';
import { mayBeEndless, readObject } from './body.ts';
import { goalRoutes } from './goals-routes.ts';
import { mentoringRoutes } from './mentoring-routes.ts';
import { educationRoutes } from './education-routes.ts';
import { agendaRoutes } from './agenda-routes.ts';
import { assessmentRoutes } from './assessment-routes.ts';
import { boardRoutes } from './board-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { pledgeRoutes } from './pledges-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { silverRoutes } from './silver-routes.ts';
import { snapshotRoutes } from './snapshot-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { microsoft365Routes } from './microsoft-365-routes.ts';
import { signedInOf, type Identity } from './identity.ts';
import { healthRoutes, type HealthParts } from './health-routes.ts';
import { readAsAt, readFor, readPeriod } from './query.ts';
import * as reply from './reply.ts';
import type { TabFiles } from './tab-files.ts';

/** The bot's own door: one activity in, what Teams is to be answered out. */
export interface Channel {
  /** What whoever can't speak for Teams is answered, told by the headers alone. */
  refuse(inbound: {
    readonly headers: IncomingHttpHeaders;
    readonly correlationId: string;
  }): Promise<{ status: number; about?: About } | undefined>;
  receive(inbound: {
    readonly headers: IncomingHttpHeaders;
    readonly body: object;
    readonly correlationId: string;
  }): Promise<{ status: number; body?: unknown; about?: About }>;
}

/** A request as routes see it. */
export interface Incoming {
  readonly message: IncomingMessage;
  readonly correlationId: string;
  /** As it came, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Probes and files would drown the log: their successes are told apart. */
  readonly quiet?: true;
  readonly answer: (incoming: Incoming) => Promise<Answer>;
}

/** What a person asks, once it is known who they are. */
export type Asked = (
  ask: (caller: Caller, incoming: Incoming, about: About) => Promise<Answer>,
) => Route['answer'];

/** Who has not shown who they are. */
export interface Unproven {
  /** The answer, or that there were too many like it from that address. */
  answer(incoming: Incoming, answer: Answer): Answer;
  isSpent(incoming: Incoming): boolean;
}

interface RouteParts extends HealthParts {
  readonly doors: Doors;
  readonly channel: Channel;
  readonly identify: (authorization: string | undefined) => Promise<Identity>;
  readonly refusalText: reply.RefusalText;
  readonly tab: TabFiles;
  readonly limits: Limits;
  /** How many of our own stand in front and name the address before them. */
  readonly proxies: number;
}

/** Which of their organisations the tab shows; only looked for among those that are theirs. */
function organisationAsked({ message }: Incoming): string | undefined {
  const named = message.headers['x-organisation'];
  return typeof named === 'string' ? named : undefined;
}

const gone = reply.unlinked({ because: 'left', ask: [] });

export function createRoutes(parts: RouteParts): Route[] {
  const { doors, channel, refusalText, tab } = parts;
  const { limits, proxies } = parts;

  /** Identifies the person first; what is asked is looked at only after that. */
  const admitted: Asked =
    (ask) =>
    async (incoming: Incoming): Promise<Answer> => {
      const identity = await parts.identify(incoming.message.headers.authorization);
      if (identity.kind === 'refused') {
        return unproven.answer(incoming, reply.notSignedIn(identity.because));
      }
      const { tenant, objectId } = identity.account;
      const account = `${tenant} ${objectId}`;
      const taken = limits.people.take(account);
      if (taken.kind === 'spent') return { ...reply.tooMany(taken), about: { tenant } };
      const leave = limits.underWay.enter(account);
      if (leave === undefined) {
        return { ...reply.tooMany({ seconds: 1, tell: true }), about: { tenant } };
      }
      try {
        return await known(identity.account, incoming, ask);
      } finally {
        leave();
      }
    };

  /** What is read is given out to somebody who was here when it was read. */
  const asked: Asked = (ask) =>
    admitted(async (caller, incoming, about) => {
      const answer = await ask(caller, incoming, about);
      let isTheirs = false;
      try {
        isTheirs = await doors.isStillHere(caller);
      } finally {
        if (!isTheirs && answer.kind === 'download') answer.gone?.();
      }
      return isTheirs ? answer : { ...gone, about };
    });

  async function known(
    account: Account,
    incoming: Incoming,
    ask: Parameters<Asked>[0],
  ): Promise<Answer> {
    const { tenant } = account;
    const who = await doors.identify({ ...account, asksAgain: true });
    if (who.kind === 'unknown') return { ...reply.unlinked(who), about: { tenant } };
    const named = organisationAsked(incoming);
    if (hasLeft(who, named)) {
      return { ...gone, about: { tenant } };
    }
    const caller = actingIn(who, named);
    if (caller === undefined) return reply.refused('other-organisation', refusalText, { tenant });
    const { organisation, person } = caller;
    return ask(caller, incoming, { tenant, organisation: organisation.code, person });
  }

  const unproven: Unproven = {
    answer({ message }, answer) {
      const taken = limits.unproven.take(addressOf(message, proxies));
      const told = taken.kind === 'taken' ? answer : reply.tooMany(taken);
      return told.kind === 'error' && mayBeEndless(message) ? reply.closing(told) : told;
    },
    isSpent: ({ message }) => limits.unproven.look(addressOf(message, proxies)).kind === 'spent',
  };

  return [
    ...healthRoutes(parts),
    {
      method: 'post',
      path: '/api/messages',
      answer: async (incoming) => {
        const { message, correlationId } = incoming;
        const { headers } = message;
        // Whoever shows no good token is refused before a byte of theirs is read: slow bodies of
        // strangers would otherwise take up all that may be under way at once.
        const stranger = await channel.refuse({ headers, correlationId });
        if (stranger !== undefined) {
          const told = reply.relayed(stranger);
          return stranger.status === 401 ? unproven.answer(incoming, told) : told;
        }
        const read = await readObject(message);
        if (read.kind === 'refused') return unproven.answer(incoming, reply.badBody(read));
        const received = await channel.receive({ headers, body: read.body, correlationId });
        const answer = reply.relayed(received);
        return received.status === 401 ? unproven.answer(incoming, answer) : answer;
      },
    },
    {
      method: 'post',
      path: '/api/acts',
      // Each move asks for itself whether they are here: what it did is told.
      answer: admitted(async (caller, { message }, about) => {
        const read = await readObject(message);
        if (read.kind === 'refused') return { ...reply.badBody(read), about };
        const act = checked(actSchema, read.body);
        if (!act.success) {
          const field = act.error.issues[0]?.path.join('.') || 'verb';
          return { ...reply.badField(field), about };
        }
        const outcomes = await doors.perform(caller, act.data, signedInOf(message));
        const line = logged(about, act.data, outcomes);
        return reply.actAnswer(act.data, outcomes, refusalText, line);
      }),
    },
    {
      method: 'get',
      path: '/api/me',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.me(caller), about };
      }),
    },
    {
      method: 'post',
      path: '/api/me/organisation',
      answer: asked(async (caller, _, about) => {
        await doors.chooseOrganisation(caller);
        return { kind: 'data', status: 200, data: await doors.me(caller), about };
      }),
    },
    {
      method: 'get',
      path: '/api/me/progress',
      answer: asked(async (caller, { query }, about) => {
        const executive = readFor(query);
        if (executive.kind === 'refused') return { ...reply.badQuery(executive), about };
        return reply.shownAnswer(await doors.progress(caller, executive.value), about);
      }),
    },
    {
      method: 'get',
      path: '/api/me/waiting',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.waiting(caller), about };
      }),
    },
    {
      method: 'get',
      path: '/api/me/reminders',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.reminders(caller), about };
      }),
    },
    {
      method: 'get',
      path: '/api/organisation/attendance',
      answer: asked(async (caller, { query }, about) => {
        const asAt = readAsAt(query);
        if (asAt.kind === 'refused') return { ...reply.badQuery(asAt), about };
        return reply.shownAnswer(await doors.attendance(caller, asAt.value), about);
      }),
    },
    ...silverRoutes(doors, asked),
    {
      method: 'get',
      path: '/api/organisation/settle',
      answer: asked(async (caller, _, about) => {
        return reply.shownAnswer(await doors.settleList(caller), about);
      }),
    },
    {
      method: 'get',
      path: '/api/organisation/delivery',
      answer: asked(async (caller, { query }, about) => {
        const period = readPeriod(query);
        if (period.kind === 'refused') return { ...reply.badQuery(period), about };
        return reply.shownAnswer(await doors.delivery(caller, period.value), about);
      }),
    },
    {
      method: 'get',
      path: '/api/organisation/people',
      answer: asked(async (caller, _, about) => {
        return reply.shownAnswer(await doors.people(caller), about);
      }),
    },
    ...calendarRoutes(doors, asked, unproven),
    ...goalRoutes(doors, asked),
    ...mentoringRoutes(doors, asked),
    ...educationRoutes(doors, asked, refusalText, limits),
    ...agendaRoutes(doors, asked),
    ...boardRoutes(doors, asked),
    ...planRoutes(doors, asked),
    ...assessmentRoutes(doors, asked, refusalText, limits),
    ...pledgeRoutes(doors, asked),
    ...evidenceRoutes(doors, asked, limits),
    ...snapshotRoutes(doors, asked, refusalText),
    ...settingsRoutes(doors, asked, refusalText),
    ...microsoft365Routes(doors, asked, refusalText),
    {
      method: 'get',
      path: '/api/organisation/history',
      answer: asked(async (caller, _, about) => {
        return reply.shownAnswer(await doors.history(caller), about);
      }),
    },
    openPage('/privacy', 'privacy.html', tab),
    openPage('/terms', 'terms.html', tab),
    {
      method: 'get',
      path: '/tab',
      quiet: true,
      answer: async () => ({ kind: 'moved', to: '/tab/' }),
    },
    {
      method: 'get',
      path: '/tab/*',
      quiet: true,
      answer: async ({ path }) => {
        const file = tab.find(path.slice('/tab/'.length));
        return file ? { kind: 'file', file } : reply.noSuchAddress;
      },
    },
  ];
}

/** A page for everybody, which Teams must find without signing in. */
function openPage(path: string, name: string, tab: TabFiles): Route {
  return {
    method: 'get',
    path,
    quiet: true,
    answer: async () => {
      const file = tab.find(name);
      return file ? { kind: 'file', file } : reply.noSuchAddress;
    },
  };
}
