import * as z from 'zod/mini';
import { commitmentParts } from './commitment.ts';

/** What can be done, through every door; and why it may be refused. */
export const educationActs = [] as const;
export const educationRefusals = [] as const;

/** An executive director’s inclusive-leadership education. */
export const educationCommitmentSchema = z.object({ code: z.literal('S3'), ...commitmentParts });
export type EducationCommitment = z.infer<typeof educationCommitmentSchema>;
