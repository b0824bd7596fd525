import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { runAdmin } from '../../bot/admin/main.ts';
import { countNames, gaugeNames } from '../../bot/metrics/tally.ts';
import { adminHouse } from '../../bot/admin-app.ts';
import { bicepFile } from '../azure/deployment.ts';
import { at, plain, resources } from '../azure/look.ts';
import { movableClock } from '../support/small-trust.ts';

const page = readFileSync(new URL('../../infra/assurance/runbook.md', import.meta.url), 'utf8');

/** What the command says: of help, no storage is asked. */
async function said(...argv: string[]): Promise<string[]> {
  const lines: string[] = [];
  const house = adminHouse({}, movableClock());
  await runAdmin(argv, { ...house, print: (line) => lines.push(line) });
  return lines;
}

/** A part of the page by its heading, up to the next. */
function parts(level: string): { title: string; text: string }[] {
  return page
    .split(new RegExp(`^${level} `, 'm'))
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title, text: lines.join('\n') };
    });
}

test('every operators’ command in the runbook exists', async () => {
  const lines = await said('--help');
  const known = lines.flatMap((line) => /^ {2}([a-z-]+) {2,}\S/.exec(line)?.[1] ?? []);
  expect(known).toContain('verify-ledger');
  const named = [...page.matchAll(/npm run admin -- ([\w-]+)/g)].map((found) => found[1]);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
});

test('every option in the runbook is one of its command’s', async () => {
  for (const [, name = '', rest = ''] of page.matchAll(/npm run admin -- ([\w-]+)([^`]*)`/g)) {
    const lines = await said(name, '--help');
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(lines.join('\n')).toContain(option);
  }
});

test('every figure is named as it is counted, and none is left out', () => {
  const counted = [
    ...Object.keys(countNames),
    ...Object.keys(gaugeNames),
    'silver.requests.duration',
  ];
  const named = new Set([...page.matchAll(/`(silver\.[a-z.]+)`/g)].map((found) => found[1]));
  expect(named).toEqual(new Set(counted));
});

const alerts = (parts('##').find(({ title }) => title === 'Alerts')?.text ?? '')
  .split(/^### /m)
  .slice(1);

test('the runbook has every alert that somebody is told of, by its name, and no other', () => {
  const platform = resources('Microsoft.Insights/metricAlerts').map((each) =>
    String(at(each, 'name')).replace('${name}-', ''),
  );
  const figures = bicepFile('alerts.bicep').variables.find(({ symbol }) => symbol === 'figures');
  const ours = z.array(z.object({ key: z.string() })).parse(figures?.value && plain(figures.value));
  const told = [...platform, ...ours.map(({ key }) => key)];
  expect(told.length).toBeGreaterThan(10);
  expect(alerts.map((alert) => /^[^:\n]+/.exec(alert)?.[0] ?? '').toSorted()).toEqual(
    told.toSorted(),
  );
});

test('every line of the log that the runbook names is one that is written', () => {
  const written = readFileSync(new URL('../../bot/telemetry.ts', import.meta.url), 'utf8');
  const quoted = [...page.matchAll(/“([a-z ]+)”/g)].map(([, line = '']) => line);
  expect(quoted.length).toBeGreaterThan(10);
  // A move, and no line.
  const lines = quoted.filter((line) => line !== 'confirm all');
  expect(lines.filter((line) => !written.includes(`'${line}'`))).toEqual([]);
});

test('every alert has its first three steps', () => {
  for (const alert of alerts) {
    const steps = alert.split('\n').filter((line) => /^\d\. /.test(line));
    expect([alert.split('\n')[0], steps.map((step) => step[0])]).toEqual([
      alert.split('\n')[0],
      ['1', '2', '3'],
    ]);
  }
});
