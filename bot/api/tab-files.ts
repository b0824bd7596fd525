import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export interface TabFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Present where it is smaller. */
  readonly gzipped?: Buffer;
  /** Its name holds a hash of what is in it: it never changes. */
  readonly immutable: boolean;
}

export interface TabFiles {
  /** By name relative to /tab/; undefined where the build has no such file. */
  find(name: string): TabFile | undefined;
  isBuilt(): boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const entry = 'index.html';

/**
 * The built tab, held in memory: what is asked for is looked up among the names that the build
 * wrote, so that no path leads anywhere else. A new build is noticed by its new entry page.
 */
export function createTabFiles(folder: string): TabFiles {
  let files = new Map<string, TabFile>();
  let builtAt: number | undefined;

  function refresh(): void {
    const now = statSync(path.join(folder, entry), { throwIfNoEntry: false })?.mtimeMs;
    if (now === builtAt) return;
    files = now === undefined ? new Map() : readAll(folder);
    builtAt = now;
  }

  return {
    find(name) {
      const wanted = name === '' ? entry : name;
      const known = files.get(wanted);
      if (known?.immutable) return known;
      refresh();
      return files.get(wanted);
    },
    isBuilt() {
      refresh();
      return builtAt !== undefined;
    },
  };
}

function readAll(folder: string): Map<string, TabFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => path.join(found.parentPath, found.name));
  return new Map(
    names.map((name) => {
      const relative = path.relative(folder, name).split(path.sep).join('/');
      return [relative, readOne(name, relative)];
    }),
  );
}

function readOne(file: string, relative: string): TabFile {
  const bytes = readFileSync(file);
  const type = types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  // Vite puts what it names by hash into assets/.
  const plain = { type, bytes, immutable: relative.startsWith('assets/') };
  const gzipped = gzipSync(bytes, { level: 9 });
  return gzipped.length < bytes.length * 0.9 ? { ...plain, gzipped } : plain;
}
