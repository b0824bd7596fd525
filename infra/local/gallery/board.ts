import { councilCard } from '../../../bot/cards/board/council.ts';
import { papersCard } from '../../../bot/cards/board/papers.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { council, papers } from './board-facts.ts';
import { viewer } from './facts.ts';
import { asked, nudged, ofQuarter } from './reminder-facts.ts';

const { keep: __, ...onlySeen } = papers;

/** Papers, the council, and the reminder of a quarter without its paper. */
export const boardGallery: Readonly<Record<string, Card>> = {
  papers: papersCard(viewer, papers),
  'papers, board chair': papersCard(viewer, onlySeen),
  'papers, planned': papersCard(viewer, papers, 'p-1'),
  'papers, presented': papersCard(viewer, papers, 'p-2'),
  'papers, taken off': papersCard(viewer, papers, 'p-0'),
  'papers, nothing missing': papersCard(viewer, { ...papers, missing: [], papers: [] }),
  'papers, one that nobody planned': papersCard(viewer, papers, 'record'),
  council: councilCard(viewer, council),
  'council, only seen': councilCard(viewer, { ...council, mayKeep: false }),
  'council, met': councilCard(viewer, council, 'council~1'),
  'council, terms': councilCard(viewer, council, 'council~0'),
  'council, a line': councilCard(viewer, council, 'S1.a~0'),
  'council, taken back': councilCard(viewer, { ...council, meetings: [] }, 'council~1'),
  'nudge, quarter without a paper': nudged(ofQuarter()),
  'nudge, quarter, its board met': nudged(
    ofQuarter({ board: { date: '2026-04-07', papersDue: '2026-03-30', met: true } }),
  ),
  'nudge, quarter, EDI sponsor': nudged(ofQuarter({ supporting: true })),
  'nudge, quarter, put off': nudged(ofQuarter({}, { snoozedUntil: '2026-04-10' })),
  'nudge, quarter, off': nudged(ofQuarter({}, { muted: true })),
  'nudge, quarter looked after': nudged(ofQuarter({}, { due: false })),
  'nudge, quarter and a meeting': nudged(asked(), ofQuarter()),
};
