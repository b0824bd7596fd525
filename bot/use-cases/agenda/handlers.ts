import type { Handlers } from '../handlers.ts';

export const agendaHandlers: Handlers<never> = {};
