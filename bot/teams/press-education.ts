import type { EducationVerb } from '../contract/education.ts';
import type { ActOutcome } from '../use-cases/doors.ts';
import type { Leads } from './pressing.ts';

/** After a tap: the view that tells what became of it. */
export const educationLeads: Leads<EducationVerb> = {
  'record-education': (_, [answer]) => ({
    view: 'education',
    params: answer === undefined ? {} : { about: answer.subject },
  }),
  'withdraw-education': () => ({ view: 'education', params: {} }),
  'verify-education': (_, outcomes) => toAnswered(outcomes),
  'return-education': (_, outcomes) => toAnswered(outcomes),
  'reopen-education': () => ({ view: 'education-waiting', params: {} }),
};

function toAnswered(outcomes: readonly ActOutcome[]) {
  const settled = outcomes.filter(({ outcome }) => outcome.kind !== 'refused');
  return {
    view: 'education-answered' as const,
    params: { about: settled.map(({ subject }) => subject).join(' ') },
  };
}
