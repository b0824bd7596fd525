import { viewSchema, paramsSchema, type Params, type View } from '../cards/views.ts';
import type { Sender, SendVerdict } from '../use-cases/nudge-ports.ts';
import { tracesOn } from '../use-cases/nudge-trace.ts';
import type { Caller, Conversations } from '../use-cases/ports.ts';
import { postCard } from './adapter.ts';
import type { Connectors } from './connectors.ts';
import { correlated } from './correlation.ts';
import type { Draw } from './draw.ts';
import { SendError } from './http-client.ts';
import { severalOf } from './several-of.ts';
import type { Redraw } from './redraw.ts';
import { goneBy, renew } from './renewal.ts';

/** Says something to one person outside of any turn; the request leaves at most once. */
export function createSender(given: {
  draw: Draw;
  redraw: Redraw;
  conversations: Conversations;
  connectors: Connectors;
  /** What was noted of where they are reached holds no longer. */
  silenced: (caller: Caller) => void;
  failed: (what: {
    organisation: string;
    view: string;
    traces: readonly string[];
    error: unknown;
  }) => void;
}): Sender {
  const { draw, redraw, conversations, connectors } = given;
  const readyFor = async (serviceUrl: string) => {
    try {
      return await connectors.readyFor(serviceUrl);
    } catch (error) {
      throw new NoToken('no token for Teams', { cause: error });
    }
  };
  /** All that is needed before anything leaves; undefined where nobody knows where to reach them. */
  const prepare = async (to: Caller, view: View, params: Params) => {
    const conversation = await conversations.find(to);
    if (conversation === undefined) return undefined;
    const caller = { ...to, ...severalOf(conversation) };
    const { user = '', serviceUrl } = conversation;
    const readAt = performance.now();
    const drawn = await draw(caller, user, view, params);
    return { caller, user, readAt, conversation, drawn, client: await readyFor(serviceUrl) };
  };
  return {
    reaches: async (caller) => (await conversations.find(caller)) !== undefined,
    async send(to, asked, askedParams, moment) {
      const view = viewSchema.parse(asked);
      const params = paramsSchema.parse(askedParams);
      const summary = view === 'welcome' ? WELCOME : REMINDER;
      const traces = tracesOn(to, params.nudges);
      const tell = (error: unknown): void =>
        given.failed({ organisation: to.organisation.code, view, traces, error });
      let prepared;
      try {
        prepared = await prepare(to, view, params);
      } catch (error) {
        // Nothing has left yet.
        tell(error);
        return isPassing(error)
          ? { kind: 'later', why: 'not-prepared', untried: true }
          : { kind: 'failed', why: 'card-not-drawn', unsent: true };
      }
      if (prepared === undefined) {
        return { kind: 'undeliverable', why: 'nowhere-to-reach', silent: false };
      }
      if ((await moment?.()) === false) return { kind: 'later', why: 'not-now', unsent: true };
      const { client, caller, user, readAt, conversation, drawn } = prepared;
      const [trace] = traces;
      let where = conversation;
      for (;;) {
        try {
          const there = where;
          const activityId = await correlated(trace, () =>
            postCard(client, there, drawn.card, summary),
          );
          if (activityId !== undefined) {
            const said = { caller, user, conversation: where, activityId, view, params, readAt };
            redraw.stands({ ...drawn, ...said });
          }
          return { kind: 'sent' };
        } catch (error) {
          const renewal = await renew(error, caller, { where, client }, conversations);
          const isGone = renewal.kind === 'not-renewed' && goneBy(renewal.fault);
          // Teams has answered: that it can't be noted changes nothing of what it said.
          if (isGone) await conversations.silence(caller, isGone).catch(tell);
          if (isGone || renewal.kind === 'renewed') given.silenced(caller);
          if (renewal.kind === 'not-renewed') return verdictOn(renewal.fault);
          where = renewal.where;
        }
      }
    },
  };
}

/** Our own token could not be had: its issuer's trouble, which passes. */
class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** Storage or the token's issuer was away; all else is the card's own fault, now and later. */
function isPassing(error: unknown): boolean {
  if (error instanceof NoToken) return true;
  return error instanceof Error && 'code' in error && error.code === 'storage-away';
}

/** What a locked phone shows. */
export const REMINDER = 'You have a reminder';
const WELCOME = 'Welcome to Silver Commitments';

/** What became of a message whose sending ended so. */
export function verdictOn(error: unknown): SendVerdict {
  // Anything else came after the answer, or nobody knows when.
  if (!(error instanceof SendError)) return { kind: 'unknown', why: 'unreadable-answer' };
  const why = error.code ?? String(error.status ?? 'no-answer');
  switch (error.ending) {
    case 'later':
      return {
        kind: 'later',
        why,
        ...(error.retryAfterMs === undefined ? {} : { afterMs: error.retryAfterMs }),
      };
    case 'undeliverable':
      return { kind: 'undeliverable', why, silent: goneBy(error) !== undefined };
    case 'unknown':
      return { kind: 'unknown', why };
  }
}
