import type { RoleName } from '../../domain/facts.ts';
import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import { holdersOf } from '../../domain/roles.ts';
import { londonDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import type { Caller } from '../ports.ts';

const lookers: readonly RoleName[] = ['board-secretary', 'edi-lead', 'edi-sponsor', 'board-chair'];

/** Cards of those who may see the board's papers and the council are drawn again. */
export async function tellBoard(house: House, caller: Caller): Promise<void> {
  const { roles } = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW);
  const on = londonDate(house.clock.now());
  const people = new Set(lookers.flatMap((role) => holdersOf(roles, role, on)));
  const subjects = [...people].map((person) => `person|${person}` as const);
  house.changed(caller.organisation, subjects);
}
