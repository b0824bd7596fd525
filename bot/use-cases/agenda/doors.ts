import type { House } from '../context.ts';

export type AgendaDoors = Readonly<Record<never, never>>;

export function openAgendaDoors(_house: House): AgendaDoors {
  return {};
}
