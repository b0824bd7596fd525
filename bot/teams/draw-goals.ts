import type { Drawers } from './draw.ts';

export const goalDrawers: Drawers<never> = {};
