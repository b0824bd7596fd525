import { frameAsKnown, BY_NOW } from '../domain/known.ts';
import { USUAL_HOURS } from '../domain/settings/settings.ts';
import { londonDate } from '../domain/time.ts';
import type { Command, Ending, Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';

export const settingsCommand: Command = {
  purpose: 'says what an organisation counts by, and what was set when',
  usage: '--org CODE [--tenant ID]',
  help: [
    '--org CODE   the organisation’s ODS code',
    '--tenant ID  its Microsoft 365 tenant, where several have that code',
    'Changes nothing. The EDI lead changes settings in the tab, under How we count.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant']);
  if (read.kind === 'refused') return read;
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, read.options.org, read.options.tenant);
  if (found.kind === 'refused') return found;
  const on = londonDate(given.clock.now());
  const recorded = await ports.records.frame(found.organisation);
  const { settings, networks } = frameAsKnown(recorded, BY_NOW, on);
  const { opens, closes } = settings.reminderHours ?? USUAL_HOURS;
  const grades = Object.entries(settings.gradeMap).map(([code, meaning]) => `${code}=${meaning}`);
  for (const [name, value] of [
    ['Name', settings.name],
    ['Freedom to Speak Up', settings.speakUpLink || 'none'],
    ['Year begins in month', settings.yearStartMonth],
    ['Appraisal year in month', settings.appraisalStartMonth ?? settings.yearStartMonth],
    ['Meetings for each executive', settings.attendanceTarget],
    ['Assistants are reports', settings.assistantsCount === true ? 'yes' : 'no'],
    ['Reminders', `${opens} to ${closes}`],
    ['Grades', grades.join(' ')],
    [
      'Networks',
      networks.map(({ id, countsForSilver }) => id + (countsForSilver ? '*' : '')).join(' '),
    ],
  ] as const) {
    given.print(`${name.padEnd(28)} ${value}`);
  }
  // Why, and by whom, is for the page: it may hold a name.
  for (const { what, from, at } of settings.changes ?? []) {
    given.print(`${londonDate(at)}  set ${what}, from ${from}`);
  }
  return { kind: 'done' };
}
