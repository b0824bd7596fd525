import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Everything that a module brings with it, by name; each in a process of its own. */
async function broughtBy(path: string): Promise<string[]> {
  const script = `
    import { registerHooks } from 'node:module';
    const seen = new Set();
    registerHooks({ resolve: (name, context, next) => (seen.add(name), next(name, context)) });
    await import(${JSON.stringify(new URL(path, import.meta.url).href)});
    console.log(JSON.stringify([...seen]));
    process.exit();`;
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const given = ['--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd, maxBuffer: 1e8 });
  const names: unknown = JSON.parse(stdout);
  return Array.isArray(names) ? names.map(String) : [];
}

test(
  'where Graph is off, and until somebody asks where it is on, teamsfx is not loaded',
  { timeout: 60_000 },
  async () => {
    for (const path of ['../../bot/app.ts', '../../bot/graph/open.ts']) {
      const names = await broughtBy(path);
      expect(names.some((name) => name.endsWith('credential.ts'))).toBe(true);
      expect(names.filter((name) => name.includes('teamsfx'))).toEqual([]);
    }
  },
);
