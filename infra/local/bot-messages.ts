import * as z from 'zod';

/** What the house tells the bot's process. */
export const toBotSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clock'), offset: z.number(), turn: z.number() }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToBot = z.infer<typeof toBotSchema>;

/** What the bot's process tells the house. */
export const fromBotSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), port: z.number() }),
  z.object({ kind: z.literal('clock-moved'), turn: z.number() }),
]);
export type FromBot = z.infer<typeof fromBotSchema>;
