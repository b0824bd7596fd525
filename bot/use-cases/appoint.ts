import { createHash } from 'node:crypto';
import type { OrganisationRef, Person, PersonId } from '../domain/facts.ts';
import {
  judgeAppointment,
  type Appointment,
  type AppointmentVerdict,
} from '../domain/judge-appointment.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../domain/known.ts';
import { closedBy, type OrganisationIsClosed } from './import-file.ts';
import type { Clock, Imports, Records } from './ports.ts';

type Appointing =
  | { kind: 'appointed' | 'would-appoint' | 'already'; person: Person }
  | Extract<AppointmentVerdict, { kind: 'refused' }>
  | { kind: 'refused'; because: 'no-such-person' }
  | OrganisationIsClosed;

/**
 * An operator gives one person one dated role: how an organisation gets its first EDI lead. It is an
 * import of one fact, so it has its ledger entry, is the same when said twice, and can be undone.
 * A roles’ list that comes later neither knows nor ends it: it asks, as of any role it doesn’t name.
 */
export async function appoint(
  ports: {
    readonly imports: Imports;
    readonly records: Pick<Records, 'frame' | 'person'>;
    readonly clock: Clock;
  },
  organisation: OrganisationRef,
  asked: { readonly person: PersonId } & Appointment,
  apply: boolean,
): Promise<Appointing> {
  const closed = await closedBy(ports, organisation);
  if (closed !== undefined) return closed;
  const { person: id, ...appointment } = asked;
  const found = await ports.records.person(organisation, id);
  if (found === undefined) return { kind: 'refused', because: 'no-such-person' };
  const person = personAsKnown(found.person, BY_NOW);
  const verdict = judgeAppointment(person, appointment, frameAsKnown(found.frame, BY_NOW));
  if (verdict.kind === 'refused') return verdict;
  if (verdict.kind === 'already') return { kind: 'already', person };
  if (!apply) return { kind: 'would-appoint', person };

  const { role, replaces } = verdict;
  // Interrupted and said again it is the same import; said after something else, another one.
  const sha256 = createHash('sha256')
    .update(JSON.stringify([role, replaces]))
    .digest('hex');
  const file = { kind: 'appointment', asAt: role.on, sha256 } as const;
  const opened = await ports.imports.open(organisation, file);
  if (opened.kind === 'already') return { kind: 'already', person };
  await opened.staged.stage([{ kind: 'role', fact: role }]);
  await opened.staged.commit('operator');
  return { kind: 'appointed', person };
}
