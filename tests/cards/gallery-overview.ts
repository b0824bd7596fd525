import type { Viewer } from '../../bot/cards/card.ts';
import {
  boardCard,
  noBoardCard,
  noSilverCard,
  pairsCard,
  silverCard,
} from '../../bot/cards/overview/overview.ts';
import type { Card } from '../../bot/cards/render.ts';
import type { SilverLine } from '../../bot/contract/silver.ts';
import { papers } from '../tab/board-facts.ts';

function line(code: SilverLine['code'], n: number, of: number, ready: boolean): SilverLine {
  const words = { title: 'Key driver', framework: 'The framework’s words', rule: `${code}@1` };
  return { code, n, of, ready, ours: false, deliverable: !code.includes('.'), ...words };
}

const lines = [
  line('S1', 2, 2, true),
  line('S1.a', 0, 1, false),
  line('S2', 40, 82, false),
  line('S3', 3, 7, false),
  line('S4', 6, 4, true),
  line('S5', 0, 2, false),
];

/** Where things stand in a few lines. */
export function overviewGallery(viewer: Viewer): Readonly<Record<string, Card>> {
  const agenda = {
    on: '2026-04-09',
    items: [],
    raises: [],
    meetings: [],
    contributions: [],
    records: [],
  };
  const pair = { id: '1', mentor: 'A', director: 'B', supporter: 'C', since: '2026-04-09' };
  const proposed = { ...pair, sessions: 0, quiet: false, may: [] };
  return {
    'overview, Silver': silverCard(viewer, { on: '2026-04-09', known: '', lines }),
    'overview, Silver is not theirs': noSilverCard(viewer),
    'overview, the board': boardCard(viewer, agenda, papers),
    'overview, no part in the board': noBoardCard(viewer),
    'overview, pairs': pairsCard(viewer, {
      on: '2026-04-09',
      people: [],
      pairs: [
        { ...proposed, state: 'mentor-asked' },
        { ...proposed, id: '2', state: 'active', quiet: true },
      ],
    }),
    'overview, no pairs': pairsCard(viewer, { on: '2026-04-09', people: [], pairs: [] }),
  };
}
