import * as z from 'zod';
import { listen, readJson, Refused, route, type Answer, type Listening } from './http.ts';

const activitySchema = z.looseObject({ type: z.string(), serviceUrl: z.string() });
const tokenSchema = z.object({ token: z.string() });

export const messagesPath = '/playground/messages';

/**
 * Where Microsoft's Agents Playground sends its activities, which carry no token: each is given the
 * channel's, as the house signs it, and goes on to the bot as it stands. Only what says that it
 * comes from the Playground's own service address is signed.
 */
export function openPlaygroundDoor(given: {
  /** The practice house's address. */
  house: string;
  serviceUrl: string;
}): Promise<Listening> {
  const { house, serviceUrl } = given;

  const pass = async (activity: object): Promise<Answer> => {
    const asked = await fetch(`${house}/local/channel-token`, {
      method: 'POST',
      body: JSON.stringify({ serviceUrl }),
    });
    const { token } = tokenSchema.parse(await asked.json());
    const response = await fetch(`${house}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };

  return listen(
    [
      // It asks once whether anybody is there.
      route('HEAD', messagesPath, () => ({ status: 200 })),
      route('POST', messagesPath, async ({ request }) => {
        // No page of another site can send this type without asking first.
        if (!request.headers['content-type']?.startsWith('application/json')) {
          throw new Refused(415, 'Activities are sent as application/json.');
        }
        const activity = activitySchema.parse(await readJson(request));
        if (activity.serviceUrl !== serviceUrl) {
          throw new Refused(403, `This door signs for ${serviceUrl} only.`);
        }
        return pass(activity).catch((fault: unknown) => {
          if (fault instanceof TypeError)
            throw new Refused(503, 'The practice house is not there.');
          throw fault;
        });
      }),
    ],
    0,
  );
}
