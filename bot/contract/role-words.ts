/** Who is waited for, as cards and the tab both say it. */
export const roleNames = {
  'network-chair': 'the chair',
  'programme-lead': 'the programme lead',
  'edi-lead': 'the EDI lead',
  'edi-sponsor': 'the EDI sponsor',
  'board-chair': 'the board chair',
} as const;
