import type { Drawers } from './draw.ts';

export const pledgeDrawers: Drawers<never> = {};
