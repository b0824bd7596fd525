import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { countSchema, type ConnectorGiven, type Count } from './connector.ts';

const startedSchema = z.object({ serviceUrl: z.string() });

export interface OwnConnector {
  readonly serviceUrl: string;
  count(): Promise<Count>;
  close(): Promise<void>;
}

/** The connector as a process of its own. */
export async function ownConnector(given: ConnectorGiven): Promise<OwnConnector> {
  const child = fork(fileURLToPath(new URL('./connector-process.ts', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = once(child, 'exit');
  const died = ended.then(() => Promise.reject(new Error('The connector has ended.')));
  died.catch(() => undefined);
  const answerTo = async (message: ConnectorGiven | 'count'): Promise<unknown> => {
    const answered = new Promise<unknown>((resolve) => child.once('message', resolve));
    child.send(message);
    return Promise.race([answered, died]);
  };
  const { serviceUrl } = startedSchema.parse(await answerTo(given));
  return {
    serviceUrl,
    count: async () => countSchema.parse(await answerTo('count')),
    async close() {
      child.disconnect();
      await ended;
    },
  };
}
