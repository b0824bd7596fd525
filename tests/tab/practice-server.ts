import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { actSchema, type Act } from '../../bot/contract/acts.ts';
import { tabPolicy } from '../../bot/api/headers.ts';

/** What the double answers: a body with its status. */
export interface Reply {
  status?: number;
  body: unknown;
}
export type Answers = (path: string, query: URLSearchParams, token: string) => Reply;
export type Acting = (act: Act, token: string) => Reply;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A page that speaks Teams' side of the teams-js protocol to the tab in its frame. */
const hostPage = `<!doctype html><html lang="en-GB"><title>Host</title><link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe title="Silver Commitments" src="/tab/"></iframe><script>
const asked = new URLSearchParams(location.search);
const frame = document.querySelector('iframe');
const runtime = { apiVersion: 4, hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false, supports: { app: {}, authentication: {}, pages: { config: {}, tabs: {} } } };
const answers = {
  initialize: () => ['content', 'web', JSON.stringify(runtime), '2.58.0'],
  getContext: () => [{ theme: asked.get('theme') ?? 'default', locale: 'en-gb', hostName: 'Teams', hostClientType: 'web',
    entityId: 'home', subEntityId: asked.get('open') ?? undefined, frameContext: 'content' }],
  'authentication.getAuthToken': () => asked.has('noToken') ? [false, 'resourceRequiresConsent'] : [true, asked.get('who')],
};
addEventListener('message', ({ data, source, origin }) => {
  if (source !== frame.contentWindow || origin !== location.origin) return;
  const args = answers[data.func]?.();
  if (args) frame.contentWindow.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
});
window.wear = (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, location.origin);
</script></html>`;

export interface PracticeServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Double {
  readonly get: Answers;
  readonly act: Acting;
  readonly preview?: ((asked: unknown) => Reply) | undefined;
}

/** Serves the host page, the built tab with its real content policy, and the answers of who is the double now. */
export async function servePractice(dist: string, double: () => Double): Promise<PracticeServer> {
  const server = createServer((request, response) => {
    const house = double();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    if (url.pathname === '/') return send(response, 200, 'text/html', hostPage);
    if (url.pathname.startsWith('/tab/')) {
      return void sendFile(response, dist, url.pathname.slice('/tab/'.length) || 'index.html');
    }
    if (request.method === 'GET') {
      return sendJson(
        response,
        house.get(url.pathname.slice('/api/'.length), url.searchParams, token),
      );
    }
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    if (url.pathname.endsWith('/preview')) {
      const preview = house.preview ?? (() => ({ status: 404, body: {} }));
      return void request.on('end', () => sendJson(response, preview(JSON.parse(text))));
    }
    // A request that the contract doesn't take would be the tab's fault: the parse fails the test.
    request.on('end', () =>
      sendJson(response, house.act(actSchema.parse(JSON.parse(text)), token)),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendJson(response: ServerResponse, { status = 200, body }: Reply): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

async function sendFile(response: ServerResponse, dist: string, name: string): Promise<void> {
  try {
    const bytes = await readFile(path.join(dist, name));
    response.setHeader('Content-Security-Policy', tabPolicy);
    // As from the bot: the browser keeps what can't change, and what it has compiled of it.
    const kept = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.setHeader('Cache-Control', kept);
    send(response, 200, types[path.extname(name)] ?? 'application/octet-stream', bytes);
  } catch {
    // The build has no such file.
    send(response, 404, 'text/plain', '');
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type });
  response.end(body);
}
