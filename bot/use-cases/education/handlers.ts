import type { Handlers } from '../handlers.ts';

export const educationHandlers: Handlers<never> = {};
