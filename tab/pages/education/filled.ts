import { form as words } from '../../words-education.ts';

export type Field = 'course' | 'date' | 'link' | 'file';

/** The form's fields, as they are filled in. */
export interface Filled {
  readonly course: string;
  readonly date: string;
  readonly shows: 'link' | 'file';
  readonly link: string;
  readonly file: File | undefined;
}

export interface Fault {
  readonly field: Field;
  readonly text: string;
}

const mostBytes = 10 * 1024 * 1024;

/** What is to be mended, in the order of the fields. The server decides the rest. */
export function faultsOf(filled: Filled, today: string): Fault[] {
  const { problems } = words;
  const shown: Fault | undefined = filled.shows === 'link' ? linkFault() : fileFault();
  const date = dateFault();
  return [
    ...(filled.course.trim() === '' ? [{ field: 'course' as const, text: problems.course }] : []),
    ...(date === undefined ? [] : [{ field: 'date' as const, text: date }]),
    ...(shown === undefined ? [] : [shown]),
  ];

  function dateFault(): string | undefined {
    if (filled.date === '') return problems.date;
    if (filled.date > today) return problems.toCome;
    return filled.date < '2000' ? problems.tooOld : undefined;
  }
  function linkFault(): Fault | undefined {
    const isLink = /^https:\/\/\S+$/.test(filled.link.trim());
    return isLink ? undefined : { field: 'link', text: problems.link };
  }
  function fileFault(): Fault | undefined {
    const { file } = filled;
    if (file === undefined) return { field: 'file', text: problems.file };
    if (file.size === 0) return { field: 'file', text: problems.empty };
    return file.size > mostBytes ? { field: 'file', text: problems.tooLarge } : undefined;
  }
}
