import type { Handlers } from '../handlers.ts';

export const boardHandlers: Handlers<never> = {};
