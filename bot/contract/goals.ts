import * as z from 'zod/mini';
import { commitmentParts } from './commitment.ts';

/** What can be done, through every door; and why it may be refused. */
export const goalActs = [] as const;
export const goalRefusals = [] as const;

/** Their equality goal of this appraisal year. */
export const goalCommitmentSchema = z.object({ code: z.literal('S2'), ...commitmentParts });
export type GoalCommitment = z.infer<typeof goalCommitmentSchema>;
