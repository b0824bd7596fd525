/** Who is waited for, or asked, as cards and the tab both say it. */
export const roleNames = {
  'network-chair': 'the chair',
  'network-deputy': 'the deputy',
  'programme-lead': 'the programme lead',
  'edi-lead': 'the EDI lead',
  'edi-sponsor': 'the EDI sponsor',
  'board-chair': 'the board chair',
} as const;

/** At the start of a sentence: in which role somebody asked. */
export function askerWords(askedBy: keyof typeof roleNames | undefined): string {
  return askedBy === undefined ? 'Somebody' : `T${roleNames[askedBy].slice(1)}`;
}
