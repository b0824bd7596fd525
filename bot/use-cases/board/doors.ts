import type { House } from '../context.ts';

export type BoardDoors = Readonly<Record<never, never>>;

export function openBoardDoors(_house: House): BoardDoors {
  return {};
}
