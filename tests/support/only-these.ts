import type { Doors } from '../../bot/use-cases/doors.ts';

/** Doors that open where a test says so; any other is a fault of the test. */
export function onlyThese(open: Partial<Doors>): Doors {
  return new Proxy(open, {
    get: (doors, name: keyof Doors) =>
      doors[name] ?? (() => Promise.reject(new Error(`${name} is not part of the test`))),
  }) as Doors;
}
