import type { Drawers } from './draw.ts';

export const boardDrawers: Drawers<never> = {};
