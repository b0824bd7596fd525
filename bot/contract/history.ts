import * as z from 'zod/mini';
import { historyKindSchema } from './acts.ts';

/** Something that happened before the app, with the document that shows it. */
export const historyEntry = {
  id: z.string(),
  what: historyKindSchema,
  date: z.string(),
  /** Where it is a network's meeting. */
  network: z.optional(z.string()),
  networkName: z.optional(z.string()),
  /** Where it is education that has a name. */
  course: z.optional(z.string()),
  document: z.string(),
  state: z.enum(['entered', 'verified']),
};
export const myHistorySchema = z.object({
  ...historyEntry,
  /** Who verifies it, where it is only entered. */
  awaits: z.optional(z.enum(['programme-lead', 'edi-lead', 'edi-sponsor', 'board-chair'])),
  mayWithdraw: z.boolean(),
});
export type MyHistory = z.infer<typeof myHistorySchema>;

/** What happened before the app: for whoever verifies it. Nobody's own is among it. */
export const historySchema = z.object({
  on: z.string(),
  waiting: z.array(z.object({ ...historyEntry, person: z.string(), name: z.string() })),
  verified: z.array(
    z.object({
      ...historyEntry,
      person: z.string(),
      name: z.string(),
      verifiedAt: z.string(),
      verifiedBy: z.string(),
      /** By me, within 24 hours. */
      mayReopen: z.boolean(),
    }),
  ),
  /** What may be entered for somebody else; left out where nothing may be. */
  mayEnter: z.optional(
    z.object({
      kinds: z.array(historyKindSchema),
      networks: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});
export type History = z.infer<typeof historySchema>;
