import { Agent, request as httpRequest } from 'node:http';
import type { Answer, Call } from './http.ts';

/** Hands bytes through to the bot, both ways, so that bot, tab and window are one origin. */
export function createProxy(botOrigin: () => string | undefined): (call: Call) => Promise<Answer> {
  const agent = new Agent({ keepAlive: true });
  return (call) => {
    const origin = botOrigin();
    if (origin === undefined) return Promise.resolve(away);
    return pass(call, new URL(origin), agent);
  };
}

const away: Answer = {
  status: 503,
  body: { error: 'The bot is starting again. Please try again.' },
};

function pass({ request, response }: Call, target: URL, agent: Agent): Promise<Answer> {
  return new Promise((resolve) => {
    const onward = httpRequest(
      {
        agent,
        host: target.hostname,
        port: target.port,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
        // Its end broken off on the way is the caller's to see as that, too.
        answer.on('error', () => response.destroy());
        response.on('close', () => resolve('handled'));
      },
    );
    onward.on('error', () => {
      if (response.headersSent) response.destroy();
      resolve(response.headersSent ? 'handled' : away);
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
}
