import * as z from 'zod/mini';
import { organisation, tap } from './parts.ts';

/** What Microsoft 365 may say otherwise than the staff list. */
export const differenceSchema = z.enum(['manager', 'address']);
export type Difference = z.infer<typeof differenceSchema>;

/** What can be done, through every door; and why it may be refused. */
export const microsoft365Acts = [
  z.object({
    verb: z.literal('propose-correction'),
    data: z.object({ organisation, tap, what: differenceSchema }),
  }),
] as const;
export type Microsoft365Verb = z.infer<(typeof microsoft365Acts)[number]>['verb'];

export const microsoft365Refusals = [
  'microsoft-365-off',
  'microsoft-365-consent',
  'microsoft-365-sign-in',
  'microsoft-365-not-allowed',
  'microsoft-365-away',
  'microsoft-365-unreadable',
  'microsoft-365-agrees',
] as const;
export type Microsoft365Refusal = (typeof microsoft365Refusals)[number];

const line = z.object({
  /** The staff list's word: a name, or the address. */
  listed: z.optional(z.string()),
  /** Microsoft 365's: a name of the staff list, or an address. */
  entra: z.optional(z.string()),
  differs: z.boolean(),
  /** They may propose a correction; false once they have. */
  mayPropose: z.boolean(),
});

/** Somebody's own entry in Microsoft 365 beside the staff list's, or what is asked of them first. */
export const microsoft365Schema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('consent'),
    /** Where Microsoft asks, but for the address to come back to. */
    authorize: z.string(),
  }),
  z.object({ kind: z.literal('compared'), manager: line, address: line }),
]);
export type Microsoft365 = z.infer<typeof microsoft365Schema>;
