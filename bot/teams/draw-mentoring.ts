import type { Drawers } from './draw.ts';

export const mentoringDrawers: Drawers<never> = {};
