import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { listen, type Listening } from '../../infra/local/http.ts';
import { createProxy } from '../../infra/local/proxy.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function behindProxy(
  answer: Parameters<typeof createServer>[1],
): Promise<{ window: Listening; bot: Server }> {
  const bot = createServer(answer ?? (() => undefined));
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const { port } = bot.address() as AddressInfo;
  const window = await listen(
    [],
    0,
    createProxy(() => `http://127.0.0.1:${port}`),
  );
  open.push(window, { close: () => bot.closeAllConnections() }, bot);
  return { window, bot };
}

test('bytes, status and headers come through as they are, both ways', async () => {
  const bytes = Buffer.from([0, 255, 10, 13, 195, 40]);
  const { window } = await behindProxy((asked, response) => {
    response.writeHead(207, {
      'x-seen': `${asked.method} ${asked.url} ${String(asked.headers['x-mine'])}`,
    });
    asked.pipe(response);
  });
  const answer = await fetch(`${window.origin}/api/acts?a=%2F`, {
    method: 'POST',
    headers: { 'x-mine': 'yes' },
    body: bytes,
  });
  expect(answer.status).toBe(207);
  expect(answer.headers.get('x-seen')).toBe('POST /api/acts?a=%2F yes');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

test('while the bot is away the answer is 503 and says so', async () => {
  const window = await listen(
    [],
    0,
    createProxy(() => undefined),
  );
  open.push(window);
  const answer = await fetch(`${window.origin}/api/me`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ error: 'The bot is starting again. Please try again.' });
});

test('a bot that dies before it answers is a 503, and one that dies in its answer a broken one', async () => {
  const { window } = await behindProxy((asked, response) => {
    if (asked.url === '/before') asked.socket.destroy();
    else response.write('half', () => response.destroy());
  });
  expect((await fetch(`${window.origin}/before`)).status).toBe(503);
  const broken = fetch(`${window.origin}/within`).then((answer) => answer.text());
  await expect(broken).rejects.toThrow();
});

test('only 127.0.0.1 and localhost are answered, so that no other site can reach in', async () => {
  const { window } = await behindProxy((_, response) => response.end('reached'));
  const status = await new Promise((resolve, reject) => {
    const asked = request(window.origin, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(403);
});
