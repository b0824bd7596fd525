import type { Chance } from '../support/chance.ts';

/** Values that readers of JSON stumble over. */
const strange: readonly [unknown, ...unknown[]] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  '',
  ' ',
  '\u0000',
  '\u202Eabc\u202C',
  '\uD800',
  '\uDFFF\uD800',
  'e\u0301'.repeat(20),
  '\u200B',
  '\uE000\uE001',
  '👩🏾‍⚕️',
  '<script>alert(1)</script>',
  '${name}',
  '${json(\'{"a":1}\')}',
  '=HYPERLINK("http://example.com")',
  '[x](javascript:alert(1))',
  "' or 1 eq 1 or '",
  '../../etc/passwd',
  'a/b\\c#d?e|f~g',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '-000001-01-01',
  '2026-04-08T25:61:61Z',
  '+275760-09-13',
  '24:00',
  [],
  {},
  [[]],
  [null],
  { length: 1e9 },
  { toString: 'x', valueOf: null },
  ['a', ['b', ['c']]],
];

/** Keys that mean something to JavaScript itself. */
const keys: readonly [string, ...string[]] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'then',
  'organisation',
  'for',
  'tap',
  'verb',
  'data',
  '',
  '\uD800',
];

function deep(chance: Chance): unknown {
  let value: unknown = 'x';
  const levels = chance.oneOf([20, 200, 1_000, 2_000]);
  for (let level = 0; level < levels; level += 1) {
    value = level % 2 === 0 ? [value] : { a: value };
  }
  return value;
}

function text(chance: Chance, from: string): string {
  switch (chance.between(0, 5)) {
    case 0:
      return from.slice(0, chance.between(0, from.length));
    case 1:
      return `${from}${from}`;
    case 2:
      return from + String.fromCharCode(chance.between(0, 0xffff));
    case 3:
      return from.toUpperCase();
    case 4:
      return from.repeat(chance.oneOf([10, 100, 1_000])).slice(0, 120_000);
    default: {
      const at = chance.between(0, Math.max(0, from.length - 1));
      const other = String.fromCharCode(chance.between(32, 0x2fff));
      return from.slice(0, at) + other + from.slice(at + 1);
    }
  }
}

/** Something else in place of a value. `ids` are those of others. */
function replaced(chance: Chance, value: unknown, ids: readonly string[]): unknown {
  const others: readonly [string, ...string[]] = ['p-nobody', ...ids];
  switch (chance.between(0, 6)) {
    case 0:
    case 1:
      return typeof value === 'string' ? text(chance, value) : chance.oneOf(strange);
    case 2:
      return chance.oneOf(others);
    case 3:
      return [value];
    case 4:
      return { value };
    case 5:
      return chance.happens(0.2) ? deep(chance) : chance.oneOf(strange);
    default:
      return chance.oneOf(strange);
  }
}

/** JSON with one to three things in it changed, at any depth. */
export function mutated(chance: Chance, value: unknown, ids: readonly string[]): unknown {
  let changed = value;
  const times = chance.between(1, 3);
  for (let time = 0; time < times; time += 1) changed = mutatedOnce(chance, changed, ids);
  return changed;
}

function mutatedOnce(chance: Chance, value: unknown, ids: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(0.08)) {
    return replaced(chance, value, ids);
  }
  const entries = Object.entries(value);
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.happens(0.2)) {
      // No client could write some thousands of what is long already.
      const one = value[0] ?? 'x';
      const isLong = JSON.stringify(one).length > 1_000;
      const length = isLong ? chance.oneOf([2, 60]) : chance.oneOf([2, 60, 2_000]);
      return Array.from({ length }, () => one);
    }
    const at = chance.between(0, value.length - 1);
    return value.map((each: unknown, index) =>
      index === at ? mutatedOnce(chance, each, ids) : each,
    );
  }
  const [first, ...rest] = entries;
  if (first === undefined || chance.happens(0.12)) {
    return withKey(value, chance.oneOf(keys), chance.oneOf(strange));
  }
  const [name, inside] = chance.oneOf([first, ...rest]);
  if (chance.happens(0.12)) {
    return Object.fromEntries(entries.filter(([each]) => each !== name));
  }
  return withKey(value, name, mutatedOnce(chance, inside, ids));
}

/** Also one that JavaScript would take for something else. */
function withKey(value: object, name: string, inside: unknown): object {
  const copy: object = { ...value };
  const how = { value: inside, enumerable: true, writable: true, configurable: true };
  return Object.defineProperty(copy, name, how);
}

/** The text of a body with something wrong in it: cut short, a key twice, a byte changed. */
export function mangled(chance: Chance, body: string): Buffer {
  const bytes = Buffer.from(body);
  switch (chance.between(0, 5)) {
    case 0:
      return bytes.subarray(0, chance.between(0, bytes.length));
    case 1: {
      const at = chance.between(0, Math.max(0, bytes.length - 1));
      const changed = Buffer.from(bytes);
      changed[at] = chance.between(0, 255);
      return changed;
    }
    case 2:
      return Buffer.from(body.replace('{', '{"verb":"show","type":"invoke","data":[],'));
    case 3:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 4:
      return Buffer.concat([bytes, bytes]);
    default:
      return Buffer.from('['.repeat(chance.oneOf([10, 10_000, 100_000])));
  }
}
