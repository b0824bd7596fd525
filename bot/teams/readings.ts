import type { Card } from '../cards/render.ts';
import type { Params, View } from '../cards/views.ts';
import type { Caller } from '../use-cases/ports.ts';
import type { Draw } from './draw.ts';

/** What is read of somebody for the cards that are drawn at the same time. */
interface Reading {
  readonly draw: Draw;
  readonly at: number;
  /** Cards that are being drawn from it. */
  drawing: number;
}

export interface Shows {
  readonly caller: Caller;
  /** The viewer's id in Teams. */
  readonly user: string;
  readonly view: View;
  readonly params: Params;
}

export interface Readings {
  /** Draws from facts that were read after `changedAt`, and no earlier than at `readAt`. */
  draw(shows: Shows, changedAt: number): { readonly card: Promise<Card>; readonly readAt: number };
}

/**
 * One reading for all of somebody's cards that are being drawn, as long as it is no older than the
 * last change; gone with the last of them.
 */
export function createReadings(begin: () => Draw): Readings {
  const readings = new Map<string, Reading>();

  const readingFor = (key: string, changedAt: number): Reading => {
    const known = readings.get(key);
    if (known !== undefined && known.at >= changedAt) return known;
    const reading = { draw: begin(), at: performance.now(), drawing: 0 };
    readings.set(key, reading);
    return reading;
  };

  return {
    draw({ caller, user, view, params }, changedAt) {
      const { organisation, person } = caller;
      const key = `${organisation.tenant} ${organisation.code} ${person}`;
      const reading = readingFor(key, changedAt);
      const drawn = async (): Promise<Card> => {
        reading.drawing += 1;
        try {
          return (await reading.draw(caller, user, view, params)).card;
        } finally {
          reading.drawing -= 1;
          if (reading.drawing === 0 && readings.get(key) === reading) readings.delete(key);
        }
      };
      return { card: drawn(), readAt: reading.at };
    },
  };
}
