import { slowDownCard, slowDownText } from '../cards/trouble.ts';
import type { Speaker } from './adapter.ts';
import { isShared, type Incoming } from './incoming.ts';
import type { Answer } from './turn.ts';

/**
 * What somebody is answered who taps or types more than one person does: each tap in its place, and
 * in the chat once in a while. Never an HTTP 429: Teams would say that the app can't be reached.
 */
export async function slowDown(
  incoming: Incoming,
  teamsAppId: string,
  tell: boolean,
  inTurn: (say: (speaker: Speaker) => Promise<void>) => Promise<unknown>,
): Promise<Answer> {
  const { type, name = '' } = incoming;
  if (type === 'invoke' && name === 'adaptiveCard/action') {
    const message = 'application/vnd.microsoft.activity.message';
    return { status: 200, body: { statusCode: 200, type: message, value: slowDownText } };
  }
  if (type === 'invoke') {
    return { status: 200, body: { task: { type: 'message', value: slowDownText } } };
  }
  const viewer = { organisation: '', user: incoming.from.id, givenName: '', teamsAppId };
  if (type === 'message' && tell && !isShared(incoming)) {
    await inTurn(async (speaker) => void (await speaker.say(slowDownCard(viewer))));
  }
  return { status: 200 };
}
