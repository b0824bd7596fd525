import { decidedCard, waitingCard } from '../../../bot/cards/network.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { decidedClaim, two, viewer, waiting, waitingClaim } from './facts.ts';
import { lastQueued, queued } from './reminder-facts.ts';

const many = Array.from({ length: 60 }, (_, index) =>
  waitingClaim(`Leader ${String(index).padStart(5, '0')}`),
);

/** What waits for a chair or deputy, and what they decided. */
export const claimGallery: Readonly<Record<string, Card>> = {
  'waiting, none': waitingCard(viewer, waiting([])),
  'waiting, one': waitingCard(viewer, waiting([waitingClaim('Aoife Okafor')])),
  'waiting, two': waitingCard(viewer, waiting(two, [decidedClaim('Marcus Hussain')])),
  'waiting, sixty': waitingCard(viewer, waiting(many)),
  'waiting, instead of a chair': waitingCard(
    viewer,
    waiting(two.map((claim) => ({ ...claim, needsReason: true }))),
  ),
  'decided, one': decidedCard(viewer, waiting([], [decidedClaim('Aoife Okafor')]), [
    'aoife-okafor~ren-2026-04-08',
  ]),
  'decided, two': decidedCard(
    viewer,
    waiting(two, [decidedClaim('Aoife Okafor'), decidedClaim('Marcus Hussain')]),
    ['aoife-okafor~ren-2026-04-08', 'marcus-hussain~ren-2026-04-08'],
  ),
  'decided, asked': decidedCard(
    viewer,
    waiting([], [decidedClaim('Aoife Okafor', { state: 'queried' })]),
    ['aoife-okafor~ren-2026-04-08'],
    ['own-claim'],
  ),
  'decided, one by the chair': decidedCard(
    viewer,
    waiting(
      [],
      [
        decidedClaim('Aoife Okafor'),
        decidedClaim('Claire Schofield', { by: 'Leila Kaur', mayReopen: false }),
      ],
    ),
    ['aoife-okafor~ren-2026-04-08', 'claire-schofield~ren-2026-04-08'],
  ),
  'decided, all by the chair': decidedCard(
    viewer,
    waiting(
      [],
      [decidedClaim('Claire Schofield', { state: 'queried', by: 'Leila Kaur', mayReopen: false })],
    ),
    ['claire-schofield~ren-2026-04-08'],
  ),
  'decided, by somebody else': decidedCard(viewer, waiting([]), ['aoife-okafor~ren-2026-04-08']),
  'decided, all that can be taken back': decidedCard(
    viewer,
    waiting([], [decidedClaim('Aoife Okafor')]),
    undefined,
  ),
  'nudge, claims waiting': waitingCard(viewer, waiting(two), queued()),
  'nudge, claims waiting, put off': waitingCard(
    viewer,
    waiting(two),
    queued({ snoozedUntil: '2026-04-10' }),
  ),
  'nudge, claims waiting, last': waitingCard(
    viewer,
    waiting([waitingClaim('Aoife Okafor')]),
    lastQueued,
  ),
  'nudge, claims waiting, switched off': waitingCard(viewer, waiting(two), queued({ muted: true })),
};
