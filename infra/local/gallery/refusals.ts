import type { Card } from '../../../bot/cards/render.ts';
import { refusedCard } from '../../../bot/cards/trouble.ts';
import { refusalSchema } from '../../../bot/contract/acts.ts';
import { viewer } from './facts.ts';

/** Every refusal that there is, of an act. */
export const refusalGallery: Readonly<Record<string, Card>> = Object.fromEntries(
  refusalSchema.options.map((because) => [
    `refused, ${because}`,
    refusedCard(viewer, because, 'meetings'),
  ]),
);
