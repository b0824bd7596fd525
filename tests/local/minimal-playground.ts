import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { listen, readJson, route, type Call } from '../../infra/local/http.ts';
import { projectFolder } from '../../infra/local/practice-ids.ts';

const recordedSchema = z.object({
  activities: z.record(z.string(), z.looseObject({ type: z.string() })),
  member: z.looseObject({ id: z.string() }),
});
const cardSchema = z.object({ attachments: z.array(z.object({ content: z.unknown() })).min(1) });

export interface MinimalPlayground {
  readonly serviceUrl: string;
  /** The cards that the bot sent or put anew, as text, oldest first. */
  readonly cards: readonly { readonly sent: 'new' | 'anew'; readonly text: string }[];
  /** Whom the bot asked about. */
  readonly asked: readonly string[];
  /** Sends one of the recorded activities, with changes, to that address. */
  send(
    address: string,
    recorded: string,
    changes?: object,
    contentType?: string,
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

/**
 * Plays Microsoft's Agents Playground: sends what it was recorded to send, and answers the bot as
 * it was seen to answer. `member` is what it says of the person, where that isn't as recorded.
 */
export async function startMinimalPlayground(member: object): Promise<MinimalPlayground> {
  const file = join(projectFolder, 'tests', 'local', 'fixtures', 'agents-playground.json');
  const recorded = recordedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const cards: { sent: 'new' | 'anew'; text: string }[] = [];
  const asked: string[] = [];

  const take = async ({ request }: Call, sent: 'new' | 'anew'): Promise<number> => {
    const { attachments } = cardSchema.parse(await readJson(request));
    return cards.push({ sent, text: JSON.stringify(attachments[0]?.content) });
  };
  const say = async (call: Call) => ({
    status: 201,
    body: { id: String(1_795_311_584_275 + (await take(call, 'new'))) },
  });
  const conversation = '/_connector/v3/conversations/:conversation';
  const server = await listen(
    [
      route('POST', `${conversation}/activities`, say),
      route('POST', `${conversation}/activities/:activity`, say),
      route('PUT', `${conversation}/activities/:activity`, async (call) => {
        await take(call, 'anew');
        return { status: 200, body: { id: call.params['activity'] } };
      }),
      route('GET', `${conversation}/members/:member`, ({ params }) => {
        asked.push(params['member'] ?? '');
        return { status: 200, body: { ...recorded.member, ...member } };
      }),
    ],
    0,
  );
  const serviceUrl = `${server.origin}/_connector`;
  return {
    serviceUrl,
    cards,
    asked,
    close: () => server.close(),
    async send(address, name, changes = {}, contentType = 'application/json') {
      const activity = recorded.activities[name];
      if (activity === undefined) throw new Error(`${name} was not recorded`);
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: JSON.stringify({ ...activity, serviceUrl, ...changes }),
      });
      return { status: response.status, text: await response.text() };
    },
  };
}
