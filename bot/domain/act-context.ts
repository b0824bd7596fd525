import type { Frame, PersonId } from './facts.ts';
import type { Instant } from './time.ts';
import type { IsBankHoliday } from './working-days.ts';

/** Who acts, when, on what is known of the organisation then. */
export interface ActContext {
  readonly actor: PersonId;
  readonly now: Instant;
  readonly frame: Frame;
  readonly tap?: string;
  readonly isBankHoliday: IsBankHoliday;
}

export function refused<Because extends string>(
  because: Because,
): { kind: 'refused'; because: Because } {
  return { kind: 'refused', because };
}

/** The same tap again is the same act, however late. */
export function wasTapped(
  thing: { readonly moves: readonly { readonly tap?: string }[] } | undefined,
  { tap }: Pick<ActContext, 'tap'>,
): boolean {
  return tap !== undefined && thing?.moves.some((move) => move.tap === tap) === true;
}
