import { posix } from 'node:path';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Which rooms a room may use (itself always), and which of the packages that have a room of their own. */
const rooms: Readonly<Record<string, { uses: readonly string[]; packages: readonly string[] }>> = {
  'bot/domain': { uses: [], packages: ['temporal-polyfill', 'date-holidays'] },
  'bot/contract': { uses: [], packages: ['zod/mini'] },
  'bot/use-cases': { uses: ['bot/domain', 'bot/contract'], packages: [] },
  'bot/cards': {
    uses: ['bot/domain', 'bot/contract', 'bot/use-cases'],
    packages: ['adaptivecards-templating', 'adaptive-expressions', 'zod'],
  },
  'bot/teams': {
    uses: [
      'bot/cards',
      'bot/domain',
      'bot/contract',
      'bot/use-cases',
      'bot/config.ts',
      'bot/limits.ts',
      'bot/telemetry.ts',
    ],
    packages: ['botbuilder', 'botframework-connector', 'botbuilder-stdlib', 'jose', 'zod'],
  },
  'bot/api': {
    uses: [
      'bot/domain',
      'bot/contract',
      'bot/use-cases',
      'bot/config.ts',
      'bot/limits.ts',
      'bot/telemetry.ts',
    ],
    packages: ['restify', 'jose', 'zod'],
  },
  'bot/storage': {
    uses: ['bot/domain', 'bot/use-cases'],
    packages: [
      '@azure/data-tables',
      '@azure/storage-blob',
      '@azure/storage-queue',
      '@azure/identity',
      'zod',
    ],
  },
  'bot/evidence': {
    uses: ['bot/domain', 'bot/contract', 'bot/use-cases'],
    packages: ['docx', 'write-excel-file', 'fflate', 'zod'],
  },
  'bot/graph': { uses: ['bot/use-cases'], packages: ['@microsoft/teamsfx', 'zod'] },
  'bot/nudges': { uses: ['bot/domain', 'bot/use-cases'], packages: [] },
  'bot/metrics': {
    uses: ['bot/telemetry.ts'],
    packages: [
      '@azure/identity',
      '@azure/monitor-opentelemetry-exporter',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-metrics',
    ],
  },
  'bot/roster': {
    uses: ['bot/domain', 'bot/contract', 'bot/use-cases'],
    packages: ['csv-parse', 'zod'],
  },
  'bot/admin': {
    uses: ['bot/domain', 'bot/contract', 'bot/use-cases', 'bot/roster'],
    packages: ['zod'],
  },
  tab: {
    uses: ['bot/contract'],
    packages: [
      '@microsoft/teams-js',
      '@fluentui/react-theme',
      '@vitejs/plugin-react',
      'react',
      'react-dom',
      'vite',
      'zod/mini',
    ],
  },
};

export const roomNames: readonly string[] = Object.keys(rooms);

/** The composition roots: the only files that know every room. */
const roots = ['bot/app.ts', 'bot/admin-app.ts'];

function roomOf(path: string): string | undefined {
  return roomNames.find((room) => path.startsWith(`${room}/`));
}

/** Every module that a file names, as it is written. */
export function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Every import that goes where its room may not. */
export function brokenBoundaries(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(path);
    if (room === undefined || roots.includes(path)) return [];
    const { uses, packages } = rooms[room] ?? { uses: [], packages: [] };
    return importsOf(text).flatMap((target) => {
      if (target.startsWith('.')) {
        const reached = posix.normalize(posix.join(posix.dirname(path), target));
        const allowed = [room, ...uses].some(
          (place) => reached === place || reached.startsWith(`${place}/`),
        );
        return allowed ? [] : [`${path} imports ${reached}`];
      }
      if (target.startsWith('node:')) {
        const pure = ['bot/domain', 'bot/contract', 'tab'].includes(room);
        return pure && path !== 'tab/vite.config.ts' ? [`${path} imports ${target}`] : [];
      }
      const allowed = packages.some(
        (name) => target === name || (name !== 'zod/mini' && target.startsWith(`${name}/`)),
      );
      return allowed ? [] : [`${path} imports ${target}`];
    });
  });
}

/** Nothing in domain/ or use-cases/ asks the clock, the environment or a random source. */
export function hiddenInputs(files: readonly SourceFile[]): string[] {
  const asks =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.|\bTemporal\.Now/;
  return files
    .filter(({ path }) => /^bot\/(domain|use-cases|contract|cards)\//.test(path))
    .filter(({ text }) => asks.test(text))
    .map(({ path }) => `${path} asks the clock, the environment or chance`);
}

/** The environment is read where it enters, and nowhere else. */
export function strayEnvironment(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('bot/') && path !== 'bot/main.ts')
    .filter(({ text }) => /\bprocess\.env\b/.test(text))
    .map(({ path }) => `${path} reads the environment`);
}

/** Files that say nothing of what is in them. */
export function vagueNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /(^|[/-])(utils?|helpers?|common|managers?|misc)([./-]|$)/.test(path))
    .map(({ path }) => `${path} has a name that says nothing`);
}

/** The abbreviations are never ours; the framework's own words stand in framework.json alone. */
export function abbreviations(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^(bot|tab|infra|manifest)\//.test(path))
    .filter(({ path }) => path !== 'bot/domain/framework.json')
    .filter(({ text }) => /\bBA?ME\b/.test(text))
    .map(({ path }) => `${path} says BAME or BME`);
}

/** The tab speaks to the server in one file. */
export function strayFetches(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('tab/') && path !== 'tab/api.ts')
    .filter(({ text }) =>
      /\bfetch\(|XMLHttpRequest|sendBeacon|localStorage|sessionStorage/.test(text),
    )
    .map(({ path }) => `${path} fetches or stores`);
}

const topLevel =
  /^(bot|tab|manifest|infra|tests)\/|^(package\.json|package-lock\.json|tsconfig\.json|teamsapp\.yml|README\.md)$|^\./;

/** The top level holds what the design names, and nothing else. */
export function strayTopLevel(paths: readonly string[]): string[] {
  return paths.filter((path) => !topLevel.test(path)).map((path) => `${path} is not of the design`);
}

/** Nothing secret-looking is kept. */
export function secrets(files: readonly SourceFile[]): string[] {
  const shapes = [
    /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/,
    // Of Bicep and lifecycle files: a password or a key written down, and a signed address.
    /\b(password|clientSecret|client_secret|accountKey)['"]?\s*[:=]\s*['"](?!Eby8vdM02xNO)[^'"$\s{}]{12,}['"]/i,
    /[?&]sig=[A-Za-z0-9%+/]{30,}/,
    /\beyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/,
    /AccountKey=(?!Eby8vdM02xNO|\$\{)[A-Za-z0-9+/]{40,}/,
  ];
  return files
    .filter(({ text }) => shapes.some((shape) => shape.test(text)))
    .map(({ path }) => `${path} holds what looks like a secret`);
}
