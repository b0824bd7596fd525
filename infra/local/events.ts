import type { ServerResponse } from 'node:http';
import type { Call } from './http.ts';

export type HouseEvent =
  | { kind: 'chat'; conversation: string }
  | { kind: 'clock'; now: string }
  | { kind: 'bot'; state: 'up' | 'starting' };

/** What happens in the house, told to every open window as server-sent events. */
export function createEvents() {
  const windows = new Set<ServerResponse>();
  return {
    tell(event: HouseEvent): void {
      for (const each of windows) each.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    open({ response }: Call): 'handled' {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      });
      response.write(': open\n\n');
      windows.add(response);
      response.on('close', () => windows.delete(response));
      return 'handled';
    },
  };
}
