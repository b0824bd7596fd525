import { form as words } from '../../words-education.ts';

export type Field = 'course' | 'date' | 'link' | 'file';

/** What shows a course or a line: a link or a file. */
export interface Shown {
  readonly shows: 'link' | 'file';
  readonly link: string;
  readonly file: File | undefined;
}

/** The form's fields, as they are filled in. */
export interface Filled extends Shown {
  readonly course: string;
  readonly date: string;
}

export interface Fault {
  readonly field: Field;
  readonly text: string;
}

const mostBytes = 10 * 1024 * 1024;
const { problems } = words;

/** What is to be mended, in the order of the fields. The server decides the rest. */
export function faultsOf(filled: Filled, today: string): Fault[] {
  const shown = shownFault(filled);
  const date = dateFault(filled.date, today);
  return [
    ...(filled.course.trim() === '' ? [{ field: 'course' as const, text: problems.course }] : []),
    ...(date === undefined ? [] : [{ field: 'date' as const, text: date }]),
    ...(shown === undefined ? [] : [shown]),
  ];
}

export function dateFault(date: string, today: string): string | undefined {
  if (date === '') return problems.date;
  if (date > today) return problems.toCome;
  return date < '2000' ? problems.tooOld : undefined;
}

export function shownFault({ shows, link, file }: Shown): Fault | undefined {
  if (shows === 'link') {
    const isLink = /^https:\/\/\S+$/.test(link.trim());
    return isLink ? undefined : { field: 'link', text: problems.link };
  }
  if (file === undefined) return { field: 'file', text: problems.file };
  if (file.size === 0) return { field: 'file', text: problems.empty };
  return file.size > mostBytes ? { field: 'file', text: problems.tooLarge } : undefined;
}
