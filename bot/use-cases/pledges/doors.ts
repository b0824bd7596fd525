import type { House } from '../context.ts';

export type PledgeDoors = Readonly<Record<never, never>>;

export function openPledgeDoors(_house: House): PledgeDoors {
  return {};
}
