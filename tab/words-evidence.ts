import { fullDate } from '../bot/contract/dates.ts';

export const pack = {
  title: 'Evidence pack',
  what: 'A Word document for the assessors, a spreadsheet that counts every figure again, a board paper and an update for each network. In one zip.',
  asAt: (on: string, known: string | undefined) =>
    `It is for ${fullDate(on)}, as known ${known === undefined ? 'now' : `at the end of ${fullDate(known)}`}. Another date above changes that.`,
  download: (on: string) => `Download the pack of ${fullDate(on)}`,
  leaves: 'This puts a copy outside Teams, where others may be able to see it.',
  who: 'Only the EDI lead can download it. It names nobody.',
  kept: 'The app keeps no copy: the same dates make the same pack again. Keep yours as long as the application needs it.',
  go: 'Download it',
  saved: 'The pack is downloaded.',
};
