import * as z from 'zod/mini';
import { commitmentParts } from './commitment.ts';

/** What can be done, through every door; and why it may be refused. */
export const mentoringActs = [] as const;
export const mentoringRefusals = [] as const;

/** Reverse mentoring: when their last session was, and until when it counts. */
export const mentoringCommitmentSchema = z.object({ code: z.literal('S3.b'), ...commitmentParts });
export type MentoringCommitment = z.infer<typeof mentoringCommitmentSchema>;
