import type { Handlers } from '../handlers.ts';

export const pledgeHandlers: Handlers<never> = {};
