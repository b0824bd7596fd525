import type { Drawers } from './draw.ts';

export const educationDrawers: Drawers<never> = {};
