import type { Handlers } from '../handlers.ts';

export const goalHandlers: Handlers<never> = {};
