import { unlinkedCard } from '../cards/greeting.ts';
import type { Speaker } from './adapter.ts';
import { SendError } from './http-client.ts';
import { isShared, type Incoming } from './incoming.ts';
import { Refusal } from './refusal.ts';

/**
 * Somebody of a tenant that isn't served is told so in their own chat, once they write, and refused
 * like anybody else there: nothing is looked up.
 */
export async function refuseTenant(
  incoming: Incoming,
  teamsAppId: string,
  inTurn: (say: (speaker: Speaker) => Promise<void>) => Promise<unknown>,
): Promise<never> {
  let detail: string | undefined;
  if (incoming.type === 'message' && !isShared(incoming)) {
    const viewer = { organisation: '', user: incoming.from.id, givenName: '', teamsAppId };
    try {
      const card = unlinkedCard(viewer, 'tenant-not-allowed', []);
      await inTurn(async (speaker) => void (await speaker.say(card)));
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      detail = 'not-told';
    }
  }
  throw new Refusal(403, 'tenant-not-allowed', detail);
}
