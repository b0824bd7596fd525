import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { noteCard, raiseCard, type Draft } from '../cards/agenda/words.ts';
import { unlinkedCard } from '../cards/greeting.ts';
import { refusalText } from '../cards/refusals.ts';
import type { Card } from '../cards/render.ts';
import { faultCard } from '../cards/trouble.ts';
import type { Viewer } from '../cards/card.ts';
import { actSchema } from '../contract/acts.ts';
import { checked } from '../contract/checked.ts';
import { mostCharacters } from '../domain/agenda/item-words.ts';
import { everyoneOf } from '../use-cases/own-organisations.ts';
import type { Caller } from '../use-cases/ports.ts';
import { messageWords } from './message-words.ts';
import { isAboutWords } from './press-agenda.ts';
import type { Known, Reception, Turn, TurnParts } from './reception.ts';
import { saidOf } from './said-of.ts';
import { Refusal } from './refusal.ts';

/** The command's id in the manifest. */
const COMMAND = 'raise-with-the-board';
const TITLE = 'Raise with the board';

const fetchSchema = z.object({
  commandId: z.literal(COMMAND),
  messagePayload: z
    .object({
      subject: z.string().nullish(),
      body: z
        .object({ contentType: z.string().nullish(), content: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
});
const submitSchema = z.object({
  commandId: z.literal(COMMAND),
  data: z.record(z.string(), z.unknown()),
});

export interface RaiseFromMessage {
  /** Whether an invoke is this command's, by its name. */
  takes(name: string | undefined): boolean;
  /** The dialog with the message's words; or, once it is sent, what became of them. */
  answer(turn: Turn): Promise<{ status: number; body: unknown }>;
}

/** "Raise with the board" on a message in Teams: seen by whoever asked alone. */
export function createRaiseFromMessage(parts: TurnParts, reception: Reception): RaiseFromMessage {
  const { doors, teamsAppId } = parts;

  return {
    takes: (name) =>
      name === 'composeExtension/fetchTask' || name === 'composeExtension/submitAction',
    async answer(turn) {
      try {
        return dialog(await cardFor(turn));
      } catch (error) {
        if (error instanceof Refusal) throw error;
        parts.faulted(error, turn);
        return dialog(faultCard(reception.stranger(turn), error));
      }
    },
  };

  async function cardFor(turn: Turn): Promise<Card> {
    const { name, value } = turn.incoming;
    const isAsked = name === 'composeExtension/fetchTask';
    const read = isAsked ? checked(fetchSchema, value) : checked(submitSchema, value);
    if (!read.success) throw new Refusal(400, 'unreadable-action');
    const who = await reception.identify(turn);
    if (who.kind === 'unknown') {
      return unlinkedCard(reception.stranger(turn), who.because, who.ask);
    }
    const named =
      'data' in read.data ? organisationIn(read.data.data) : await organisationOfRaiser(who);
    const caller = reception.actingIn(turn, who, named, 'raise-item');
    const organisation = caller.organisation.code;
    const viewer: Viewer = { organisation, user: '', givenName: '', teamsAppId };
    const card = await ('data' in read.data
      ? raised(turn, caller, viewer, read.data.data)
      : asked(turn, caller, viewer, draftOf(read.data)));
    return saidOf(doors, caller, card);
  }

  /** Nobody can tell whose the message is: the first of their organisations in which they raise items. */
  async function organisationOfRaiser(who: Known): Promise<string | undefined> {
    if (who.others === undefined) return undefined;
    for (const caller of everyoneOf(who)) {
      const { raises } = await doors.agenda(caller);
      if (raises.length > 0) return caller.organisation.code;
    }
    return undefined;
  }

  async function asked(turn: Turn, caller: Caller, viewer: Viewer, draft: Draft): Promise<Card> {
    const { raises } = await doors.agenda(caller);
    turn.about.verb = 'raise-item-dialog';
    if (raises.length > 0) return raiseCard(viewer, raises, draft, { tap: randomUUID() });
    return noteCard(
      viewer,
      'A network’s chair or deputy raises items',
      'Please show them this message. If you chair a network now, ask your EDI lead to add the role.',
    );
  }

  async function raised(
    turn: Turn,
    caller: Caller,
    viewer: Viewer,
    data: Readonly<Record<string, unknown>>,
  ): Promise<Card> {
    const act = checked(actSchema, { verb: 'raise-item', data });
    if (!act.success || act.data.verb !== 'raise-item') throw new Refusal(400, 'unreadable-act');
    const [done] = await doors.perform(caller, act.data);
    turn.about.verb = act.data.verb;
    const outcome = done?.outcome ?? { kind: 'already' as const };
    turn.about.outcomes = [outcome.kind === 'refused' ? outcome.because : outcome.kind];
    if (outcome.kind !== 'refused') {
      const next = 'The board secretary sees it now. Say “agenda” to me to change it or follow it.';
      return noteCard(viewer, 'Raised with the board', next);
    }
    const { because } = outcome;
    if (because === 'other-organisation') throw new Refusal(403, because, act.data.verb);
    if (!isAboutWords(because)) {
      const { say, next } = refusalText(because);
      return noteCard(viewer, 'Nothing was raised', `${say} ${next}`);
    }
    const { raises } = await doors.agenda(caller);
    const { network, title, text } = act.data.data;
    return raiseCard(viewer, raises, { network, title, text, because }, { tap: randomUUID() });
  }
}

/** What the dialog's button names. */
function organisationIn({ organisation }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof organisation === 'string' ? organisation : undefined;
}

/** The message's words to begin from: its subject or first sentence is the title. */
function draftOf({ messagePayload }: z.infer<typeof fetchSchema>): Draft {
  const text = messageWords(messagePayload?.body?.content ?? '');
  const subject = messagePayload?.subject?.trim() ?? '';
  const [sentence = ''] = text.split(/(?<=[.?!])\s|\n/);
  const title = subject === '' ? sentence : subject;
  return {
    title: title.length > mostCharacters.title ? '' : title,
    text,
    shortened: text.length > mostCharacters.text,
  };
}

function dialog(card: Card): { status: number; body: unknown } {
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  const value = { title: TITLE, height: 'medium', width: 'medium', card: content };
  return { status: 200, body: { task: { type: 'continue', value } } };
}
