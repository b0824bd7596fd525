import type { House } from '../context.ts';

export type EducationDoors = Readonly<Record<never, never>>;

export function openEducationDoors(_house: House): EducationDoors {
  return {};
}
