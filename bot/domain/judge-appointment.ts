import { refused } from './act-context.ts';
import type { Frame, NetworkId, Person, PersonId, Role, RoleName } from './facts.ts';
import { employmentOn } from './standing.ts';
import { isExecutiveOn, rolesOf } from './roles.ts';
import type { Instant, PlainDate } from './time.ts';

/** A dated role that an operator gives somebody by hand, as a row of the roles’ list would. */
export interface Appointment {
  readonly role: RoleName;
  readonly on: PlainDate;
  readonly to?: PlainDate;
  readonly network?: NetworkId;
  readonly for?: PersonId;
}

export type AppointmentVerdict =
  /** `replaces`: when the same role was last recorded, with another end. */
  | { kind: 'may'; role: Omit<Role, 'recordedAt'>; replaces?: Instant }
  | { kind: 'already' }
  | {
      kind: 'refused';
      because:
        | 'not-employed'
        | 'ends-before-it-begins'
        | 'network-needed'
        | 'no-such-network'
        | 'network-not-asked'
        | 'executive-needed'
        | 'not-an-executive'
        | 'executive-not-asked';
    };

/**
 * The rules are those of the roles’ list. Beside them: whoever has left by the first day is refused,
 * as an operator names one person and can look again. Who starts that day or later may be named.
 */
export function judgeAppointment(
  person: Person,
  asked: Appointment,
  frame: Pick<Frame, 'roles' | 'networks'>,
): AppointmentVerdict {
  const { role, on, to, network } = asked;
  if (to !== undefined && to < on) return refused('ends-before-it-begins');
  const employment = employmentOn(person, on).kind;
  if (employment === 'left' || employment === 'never-listed') return refused('not-employed');
  const ofNetwork = role === 'network-chair' || role === 'network-deputy';
  if (!ofNetwork && network !== undefined) return refused('network-not-asked');
  if (ofNetwork && network === undefined) return refused('network-needed');
  if (ofNetwork && !frame.networks.some(({ id }) => id === network)) {
    return refused('no-such-network');
  }
  const assists = role === 'executive-assistant';
  if (!assists && asked.for !== undefined) return refused('executive-not-asked');
  if (assists && asked.for === undefined) return refused('executive-needed');
  if (assists && (asked.for === person.id || !isExecutive(asked.for, frame.roles, on))) {
    return refused('not-an-executive');
  }
  const held = rolesOf(frame.roles, person.id).filter(
    (each) => each.role === role && each.network === network && each.for === asked.for,
  );
  const same = held.find((each) => each.on === on);
  const stands = to === undefined && held.some((each) => each.on <= on && each.to === undefined);
  if (stands || (same !== undefined && same.to === to)) return { kind: 'already' };
  const given = { ...asked, person: person.id };
  return { kind: 'may', role: given, ...(same && { replaces: same.recordedAt }) };
}

/** On that day, or from a later one: whoever assists may start first. */
function isExecutive(person: PersonId | undefined, roles: readonly Role[], on: PlainDate): boolean {
  if (person === undefined) return false;
  return (
    isExecutiveOn(roles, person, on) ||
    rolesOf(roles, person).some((held) => held.role === 'executive-director' && held.on > on)
  );
}
