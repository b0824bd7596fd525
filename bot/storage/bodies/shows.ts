import * as z from 'zod';
import { fileTypes } from '../../domain/education/file-kind.ts';
import { text } from './text.ts';

/** What shows something: an address, or a file that is kept. */
export const linkShows = z.object({ kind: z.literal('link'), address: text });
export const fileShows = z.object({
  kind: z.literal('file'),
  id: text,
  name: text,
  type: z.enum(fileTypes),
  size: z.number(),
  sha256: text,
});
