import type { ActAnswer } from '../../bot/contract/acts.ts';
import type { Act } from '../../bot/contract/acts.ts';
import type { Answer } from '../answer.ts';
import { shell, told, troubles } from '../words.ts';

/** What the status message says after an act. */
export interface Message {
  text: string;
  /** What could not be done, each with the server's words. */
  problems: string[];
  /** The way back: a label and the acts that undo. */
  undo?: { label: string; request: ActRequest };
}

export interface ActRequest {
  acts: readonly Act[];
  /** What to say of what was done; given the subjects that were. */
  done: (subjects: readonly string[]) => Pick<Message, 'text' | 'undo'>;
  /** Names a subject among the problems, where several are asked for at once. */
  nameOf?: (subject: string) => string;
}

/** Words for what the server answered to one or more acts. */
export function messageOf(request: ActRequest, answers: readonly Answer<ActAnswer>[]): Message {
  const outcomes = answers.flatMap((answer) => (answer.kind === 'ok' ? answer.value.outcomes : []));
  const done = outcomes.filter(({ outcome }) => outcome.kind === 'done');
  const already = outcomes.filter(({ outcome }) => outcome.kind === 'already');
  const refused = outcomes.filter(({ outcome }) => outcome.kind === 'refused');
  const troubled = answers.flatMap((answer) => (answer.kind === 'ok' ? [] : [wordsOf(answer)]));
  const problems = [
    ...refused.map(({ subject, message }) => named(request, subject, message)),
    ...troubled,
  ];
  if (done.length > 0) return { ...request.done(done.map(({ subject }) => subject)), problems };
  const [first] = already;
  if (first) return { text: first.message, problems };
  const [only, ...more] = problems;
  if (only === undefined) return { text: shell.unsure, problems: [] };
  return more.length === 0
    ? { text: only, problems: [] }
    : { text: told.someNot(problems.length), problems };
}

/** Whether all that was asked is on record, by now or from before. */
export function isRecorded(answers: readonly Answer<ActAnswer>[]): boolean {
  return answers.every(
    (answer) =>
      answer.kind === 'ok' &&
      answer.value.outcomes.every(({ outcome }) => outcome.kind !== 'refused'),
  );
}

function named({ nameOf }: ActRequest, subject: string, message: string): string {
  return nameOf ? `${nameOf(subject)}: ${message}` : message;
}

function wordsOf(trouble: Exclude<Answer<ActAnswer>, { kind: 'ok' }>): string {
  if (trouble.kind === 'refused') return trouble.message;
  if (trouble.kind === 'offline') return shell.unsure;
  const { title, text } = troubles[trouble.because];
  const reference = trouble.correlationId ? ` ${troubles.reference(trouble.correlationId)}` : '';
  return `${title}. ${text}${reference}`;
}
