import type { Leads } from './pressing.ts';

/** After a tap: the view that tells what became of it. */
export const mentoringLeads: Leads<never> = {};
