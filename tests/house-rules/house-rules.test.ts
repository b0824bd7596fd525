import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actSchema } from '../../bot/contract/acts.ts';
import {
  abbreviations,
  brokenBoundaries,
  hiddenInputs,
  roomNames,
  secrets,
  strayEnvironment,
  strayFetches,
  strayTopLevel,
  vagueNames,
  type SourceFile,
} from './rules.ts';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const paths = listed.split('\n').filter((path) => path !== '' && existsSync(path));
const sources: SourceFile[] = paths
  .filter((path) =>
    /\.(ts|tsx|mts|mjs|json|css|html|ya?ml|sh|bicep|bicepparam|pem|env|md)$|Dockerfile$/.test(path),
  )
  .filter((path) => path !== 'package-lock.json')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const code = sources.filter(({ path }) => /\.(ts|tsx|mts|mjs)$/.test(path));

test('the rules read the house that stands here, and know each of its rooms', () => {
  for (const room of ['domain', 'use-cases', 'contract', 'teams', 'cards', 'api', 'storage']) {
    expect(code.filter(({ path }) => path.startsWith(`bot/${room}/`)).length).toBeGreaterThan(1);
  }
  const there = code.flatMap(({ path }) => /^bot\/[a-z-]+(?=\/)|^tab(?=\/)/.exec(path) ?? []);
  expect(new Set(roomNames)).toEqual(new Set(there));
});

const planted = (path: string, text: string): SourceFile[] => [{ path, text }];

test('no room reaches where it may not', () => {
  expect(brokenBoundaries(code)).toEqual([]);
});
test.each([
  ['bot/domain/x.ts', "import { readFileSync } from 'node:fs';"],
  ['bot/domain/x.ts', "import { z } from 'zod';"],
  ['bot/domain/x.ts', "import type { House } from '../use-cases/context.ts';"],
  ['bot/contract/x.ts', "import type { Claim } from '../domain/facts.ts';"],
  ['bot/contract/x.ts', "import * as z from 'zod';"],
  ['bot/use-cases/x.ts', "import { openStorage } from '../storage/open.ts';"],
  ['bot/use-cases/x.ts', "import { TurnContext } from 'botbuilder';"],
  ['bot/teams/x.ts', "import { createServer } from '../api/server.ts';"],
  ['bot/teams/x.ts', "import restify from 'restify';"],
  ['bot/cards/x.ts', "import { channel } from '../teams/channel.ts';"],
  ['bot/api/x.ts', "import { CloudAdapter } from 'botbuilder';"],
  ['bot/api/x.ts', "import { refusalText } from '../cards/refusals.ts';"],
  ['bot/storage/x.ts', "import { Template } from 'adaptivecards-templating';"],
  ['bot/roster/x.ts', "export { TableClient } from '@azure/data-tables';"],
  ['bot/nudges/x.ts', "import { createNudges } from '../storage/nudges.ts';"],
  ['bot/nudges/x.ts', "import { createSender } from '../teams/sender.ts';"],
  ['bot/admin/x.ts', "const storage = await import('../storage/open.ts');"],
  ['bot/graph/x.ts', "import { openStorage } from '../storage/open.ts';"],
  ['bot/metrics/x.ts', "import type { Claim } from '../domain/facts.ts';"],
  ['bot/evidence/x.ts', "import { readers } from '../roster/readers.ts';"],
  ['bot/use-cases/x.ts', "import { TeamsUserCredential } from '@microsoft/teamsfx';"],
  ['tab/x.ts', "import { may } from '../bot/domain/permissions.ts';"],
  ['tab/pages/x.tsx', "import { openDoors } from '../../bot/use-cases/open-doors.ts';"],
])('a breach planted in %s is caught: %s', (path, text) => {
  expect(brokenBoundaries(planted(path, text))).toHaveLength(1);
});

test('rules ask neither the clock nor the environment nor chance', () => {
  expect(hiddenInputs(code)).toEqual([]);
  for (const text of ['const now = Date.now();', 'new Date()', 'Math.random()', 'process.env.X']) {
    expect(hiddenInputs(planted('bot/domain/x.ts', text))).toHaveLength(1);
  }
});

test('the environment is read at the door', () => {
  expect(strayEnvironment(code)).toEqual([]);
  expect(strayEnvironment(planted('bot/teams/x.ts', 'process.env.BOT_ID'))).toHaveLength(1);
});

test('every file says what is in it', () => {
  expect(vagueNames(code)).toEqual([]);
  expect(vagueNames(planted('bot/api/utils.ts', ''))).toHaveLength(1);
  expect(vagueNames(planted('bot/nudge-manager.ts', ''))).toHaveLength(1);
});

test('the app never abbreviates people', () => {
  expect(abbreviations(sources)).toEqual([]);
  expect(abbreviations(planted('tab/words.ts', "'BAME staff'"))).toHaveLength(1);
});

test('the tab fetches in one file and stores nothing', () => {
  expect(strayFetches(code)).toEqual([]);
  expect(strayFetches(planted('tab/pages/x.tsx', "await fetch('/api/me')"))).toHaveLength(1);
});

test('the top level is as designed', () => {
  expect(strayTopLevel(paths)).toEqual([]);
  expect(strayTopLevel(['notes.txt', 'src/x.ts'])).toHaveLength(2);
});

test('no secret is kept', () => {
  expect(secrets(sources.filter(({ path }) => !path.startsWith('tests/house-rules/')))).toEqual([]);
  for (const text of [
    `AccountKey=${'A'.repeat(60)}`,
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    "properties: { password: 'correct-horse-battery' }",
    `https://a.blob.core.windows.net/x?sv=1&sig=${'b'.repeat(40)}%3D`,
  ]) {
    expect(secrets(planted('infra/azure/main.bicep', text))).toHaveLength(1);
  }
  expect(secrets(planted('infra/azure/main.bicep', "password: '${secret}'"))).toEqual([]);
});

const apiPage = readFileSync('bot/api/README.md', 'utf8');

test("the API's page lists every verb of POST /api/acts, with an example that the contract takes", () => {
  const verbs = actSchema.def.options.map((option) => option.def.shape.verb.def.values[0]);
  const examples = [...apiPage.matchAll(/^\{"verb":.*\}$/gm)].map(([text]): unknown =>
    JSON.parse(text),
  );
  const taken = examples.flatMap((example) => actSchema.safeParse(example).data?.verb ?? []);
  expect(new Set(taken)).toEqual(new Set(verbs));
  expect(taken).toHaveLength(examples.length);
  const rows = [...apiPage.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, verb]) => verb);
  expect(new Set(rows)).toEqual(new Set(verbs));
  expect(rows).toHaveLength(verbs.length);
});

test("the API's page names every field that an act takes", () => {
  const unnamed = actSchema.def.options.flatMap(({ shape }) => {
    const verb = shape.verb.def.values[0] ?? '';
    const row = apiPage.split('\n').find((line) => line.startsWith(`| \`${verb}\``)) ?? '';
    // What all acts of a section take stands above their table.
    const section = apiPage.split('\n### ').find((text) => text.includes(row)) ?? '';
    const said = row.includes('the same but for')
      ? section
      : row + section.slice(0, section.indexOf('\n|'));
    const fields = Object.keys(shape.data.shape).filter(
      (key) => !['organisation', 'tap'].includes(key),
    );
    return fields.filter((key) => !said.includes(`\`${key}\``)).map((key) => `${verb}: ${key}`);
  });
  expect(unnamed).toEqual([]);
});

test("the API's page lists every address that can be read", () => {
  const routes = code.filter(({ path }) => /^bot\/api\/[a-z-]*routes\.ts$/.test(path));
  const addresses = routes.flatMap(({ text }) =>
    [...text.matchAll(/path: '(\/api\/(?!messages|acts)[^']*)'/g)].map(([, path]) => path ?? ''),
  );
  expect(addresses.length).toBeGreaterThan(9);
  expect(addresses.filter((path) => !new RegExp(`(GET|POST) ${path}[?\`]`).test(apiPage))).toEqual(
    [],
  );
});
