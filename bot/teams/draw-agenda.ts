import type { Drawers } from './draw.ts';

export const agendaDrawers: Drawers<never> = {};
