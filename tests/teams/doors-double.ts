import type { Act, LinkSeries } from '../../bot/contract/acts.ts';
import type { MyMeeting } from '../../bot/contract/views.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { ActOutcome, Doors, Heard, Identified } from '../../bot/use-cases/doors.ts';
import type { Caller, Changed } from '../../bot/use-cases/ports.ts';
import { onlyThese } from '../support/only-these.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import * as facts from '../../infra/local/gallery/facts.ts';
import { aoife, leila, shabnam } from './bot-house.ts';

const organisation = { tenant: practice.tenant, code: 'ZPV' };
const callers: Record<string, Caller> = {
  [aoife.id]: { organisation, person: 'aoife' as PersonId },
  [shabnam.id]: { organisation, person: 'shabnam' as PersonId },
  [leila.id]: { organisation, person: 'leila' as PersonId },
};
const roles = {
  aoife: facts.me(),
  shabnam: facts.assistant,
  leila: facts.me({
    person: { id: 'leila', name: 'Leila Kaur', givenName: 'Leila' },
    roles: [{ role: 'network-chair', network: { id: 'ren', name: 'Race Equality Network' } }],
    pages: ['network'],
  }),
};
type Known = keyof typeof roles;

export const lost: Heard = { kind: 'lost', because: 'nothing-said' };

/** One executive, her assistant and one chair; one held meeting, the rest of the year to come. */
export function createDouble() {
  const performed: (Act | LinkSeries)[] = [];
  const addresses: ({ address: string; guest: boolean } | undefined)[] = [];
  const given = {
    state: 'not-recorded' as 'not-recorded' | 'claimed' | 'confirmed' | 'withdrawn',
    /** Thrown by the next reading or act, as often as it says. */
    faults: { read: 0, perform: 0 },
    outcome: undefined as ActOutcome['outcome'] | undefined,
    /** Waits before an act is done. */
    slow: Promise.resolve(),
    /** What any sentence comes to. */
    heard: lost,
    performed,
    addresses,
  };

  const held = (): MyMeeting =>
    facts.meeting('2026-04-08', {
      state: given.state,
      may: given.state === 'claimed' || given.state === 'confirmed' ? ['withdraw'] : ['claim'],
    });
  const fault = (kind: keyof typeof given.faults): void => {
    if (given.faults[kind] === 0) return;
    given.faults[kind] -= 1;
    throw new Error('storage is away');
  };

  const create = (changed: Changed): Doors =>
    onlyThese({
      async identify(account): Promise<Identified> {
        const caller = callers[account.objectId];
        if (caller === undefined) {
          addresses.push(await account.address());
          return { kind: 'unknown', because: 'guest', ask: ['Zainab Khan'] };
        }
        fault('read');
        return { kind: 'known', caller };
      },
      isHere: async () => true,
      isStillHere: async () => true,
      async perform(caller, act) {
        fault('perform');
        await given.slow;
        performed.push(act);
        const subject = 'meeting' in act.data ? act.data.meeting : 'aoife~ren-2026-04-08';
        if (given.outcome !== undefined) return [{ subject, outcome: given.outcome }];
        const to =
          act.verb === 'claim' ? 'claimed' : act.verb === 'confirm' ? 'confirmed' : 'withdrawn';
        const kind = given.state === to ? 'already' : 'done';
        given.state = to;
        if (kind === 'done') changed(caller.organisation, ['person|aoife', 'network|ren']);
        return [{ subject, outcome: { kind } }];
      },
      me: async (caller) => roles[caller.person as string as Known],
      async progress(caller, forPerson) {
        if ((forPerson ?? caller.person) !== 'aoife') {
          return { kind: 'refused', because: 'not-yours', belongsTo: ['themselves'] };
        }
        const self = caller.person === 'aoife';
        const person = { id: 'aoife', name: 'Aoife Okafor', self };
        return {
          kind: 'shown',
          view: facts.progress([held(), facts.coming('2026-06-10')], { person }),
        };
      },
      reminders: async () => ({ on: '2026-04-09', reminders: [], muted: [] }),
      async agenda() {
        return {
          on: facts.me().on,
          raises: [],
          meetings: [],
          items: [],
          contributions: [],
          records: [],
        };
      },
      async waiting(caller) {
        if (caller.person !== 'leila') return facts.waiting([]);
        const waits = given.state === 'claimed' ? [claimOfAoife] : [];
        const decided =
          given.state === 'confirmed'
            ? [{ ...facts.decidedClaim('Aoife Okafor'), id: claimOfAoife.id }]
            : [];
        return facts.waiting(waits, decided);
      },
      hear: async () => given.heard,
    });
  return Object.assign(given, { create });
}

const claimOfAoife = { ...facts.waitingClaim('Aoife Okafor'), id: 'aoife~ren-2026-04-08' };
