import type { Handlers } from '../handlers.ts';

export const mentoringHandlers: Handlers<never> = {};
