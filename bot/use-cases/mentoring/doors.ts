import type { House } from '../context.ts';

export type MentoringDoors = Readonly<Record<never, never>>;

export function openMentoringDoors(_house: House): MentoringDoors {
  return {};
}
