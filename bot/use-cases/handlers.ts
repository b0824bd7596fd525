import type { ActData, Verb } from '../contract/acts.ts';
import type { House } from './context.ts';
import type { ActOutcome } from './doors.ts';
import type { Caller, SignedIn } from './ports.ts';

/** What each of some verbs does. */
export type Handlers<Verbs extends Verb> = {
  readonly [V in Verbs]: (
    house: House,
    caller: Caller,
    data: ActData[V],
    signedIn?: SignedIn,
  ) => Promise<ActOutcome[]>;
};
