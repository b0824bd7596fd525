import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

const kept = { keepAlive: true, maxSockets: 200 };
const idleSince = new WeakMap<object, number>();

class NotingHttp extends HttpAgent {
  override keepSocketAlive(socket: Duplex): void {
    idleSince.set(socket, performance.now());
    return super.keepSocketAlive(socket);
  }
}

class NotingHttps extends HttpsAgent {
  override keepSocketAlive(socket: Duplex): void {
    idleSince.set(socket, performance.now());
    return super.keepSocketAlive(socket);
  }
}

/**
 * Kept connections, none of them used again after it was idle for `freshMs`. Teams closes idle ones
 * when it likes: a message that meets that close has not arrived, yet nobody could know.
 */
export function createFreshAgents({ freshMs }: { freshMs: number }) {
  const agents = { http: new NotingHttp(kept), https: new NotingHttps(kept) };
  return {
    agentFor(secure: boolean): HttpAgent {
      const agent = secure ? agents.https : agents.http;
      const stale = performance.now() - freshMs;
      for (const socket of Object.values(agent.freeSockets).flatMap((idle) => idle ?? [])) {
        if ((idleSince.get(socket) ?? 0) <= stale) socket.destroy();
      }
      return agent;
    },
  };
}
