import { field } from './card.ts';
import { CallRefused, errorIn, type Turn } from './house-calls.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

const failed = 'Something went wrong. Please try again.';

/** What to tell the person where it went wrong, or where the bot answers in words; else nothing. */
export async function answerTo(
  ask: () => Promise<Turn>,
  heard: (body: unknown) => void = () => {},
): Promise<string | undefined> {
  try {
    const { status, body } = await ask();
    if (status >= 300) return errorIn(body) ?? failed;
    const value = field(body, 'value');
    if (field(body, 'type') === 'application/vnd.microsoft.activity.message') return String(value);
    const code = field(body, 'statusCode');
    if (typeof code === 'number' && code >= 300) {
      const message = field(value, 'message');
      return typeof message === 'string' ? message : failed;
    }
    heard(body);
    return undefined;
  } catch (fault) {
    if (fault instanceof CallRefused) return fault.message;
    console.error(fault);
    return failed;
  }
}
