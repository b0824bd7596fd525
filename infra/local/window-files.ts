import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok, route, type Answer, type Call, type Route } from './http.ts';

const folder = fileURLToPath(new URL('./window/', import.meta.url));
const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Nothing from outside is loaded, whatever a card says. */
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  // The official card renderer writes style attributes.
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The practice window's own page, served as it stands: its TypeScript loses its types on the way. */
export const windowFiles: readonly Route[] = [
  route('GET', '/', (call) => file(call, join(folder, 'index.html'))),
  route('GET', '/local/gallery', (call) => file(call, join(folder, 'gallery.html'))),
  route('GET', '/local/gallery/cards', async () => {
    // Every card takes its templates' time to draw: only for whoever looks.
    const { areas } = await import('./gallery/areas.ts');
    return ok(areas());
  }),
  route('GET', '/window/adaptivecards.js', (call) => file(call, renderer)),
  route('GET', '/window/:name', (call) => file(call, join(folder, call.params['name'] ?? ''))),
];

async function file({ response }: Call, path: string): Promise<Answer> {
  const type = types[extname(path)];
  const bytes = type === undefined || !isOurs(path) ? undefined : await contents(path);
  if (bytes === undefined || type === undefined) {
    return { status: 404, body: { error: 'The window has no such file.' } };
  }
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  });
  response.end(path.endsWith('.ts') ? stripTypeScriptTypes(bytes) : bytes);
  return 'handled';
}

function isOurs(path: string): boolean {
  return path === renderer || path.startsWith(folder);
}

async function contents(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}
