import { historyKindSchema } from '../../bot/contract/acts.ts';
import { form as words } from '../words-history.ts';
import type { ToEnter } from './history-acts.ts';

/** The form's fields, as they are filled in. */
export type EntryField = 'person' | 'what' | 'network' | 'date' | 'document';
export type Filled = Readonly<Record<EntryField, string>>;

export type ReadEntry =
  | { kind: 'entry'; entry: ToEnter }
  | { kind: 'faults'; faults: { field: EntryField; text: string }[] };

/**
 * What is filled in, or what to mend, in the order of the fields. The server decides the rest.
 * Nobody is asked whom it is about who tells of themselves.
 */
export function readEntry(filled: Filled, today: string, of: 'oneself' | 'somebody'): ReadEntry {
  const what = historyKindSchema.safeParse(filled.what).data;
  const document = filled.document.trim();
  const isMeeting = what === 'attendance';
  const dateFault = faultOfDate(filled.date, today);
  const faults: { field: EntryField; text: string }[] = [
    ...(of === 'somebody' && filled.person === ''
      ? [{ field: 'person' as const, text: words.problems.person }]
      : []),
    ...(what === undefined ? [{ field: 'what' as const, text: words.problems.what }] : []),
    ...(isMeeting && filled.network === ''
      ? [{ field: 'network' as const, text: words.problems.network }]
      : []),
    ...(dateFault === undefined ? [] : [{ field: 'date' as const, text: dateFault }]),
    ...(document === '' ? [{ field: 'document' as const, text: words.problems.document }] : []),
  ];
  if (what === undefined || faults.length > 0) return { kind: 'faults', faults };
  const { date, network, person } = filled;
  return {
    kind: 'entry',
    entry: {
      what,
      date,
      document,
      ...(isMeeting && { network }),
      ...(of === 'somebody' && { for: person }),
    },
  };
}

function faultOfDate(date: string, today: string): string | undefined {
  if (date === '') return words.problems.date;
  if (date >= today) return words.problems.tooLate;
  return date < '2000' ? words.problems.tooEarly : undefined;
}
