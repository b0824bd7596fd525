import type { Frame, PersonId, Role } from '../domain/facts.ts';
import { firstDay, firstKnownDay } from '../domain/first-day.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { may, type Permission } from '../domain/permissions.ts';
import { londonDate, type Instant, type PlainDate } from '../domain/time.ts';
import type { House } from './context.ts';
import type { AsAt, Days } from './doors.ts';
import { notYours, type NotYours } from './not-yours.ts';
import type { Caller } from './ports.ts';

/** The frame as known at K, for a day D: today and now where not asked otherwise. */
export async function readAsAt(
  house: House,
  caller: Caller,
  asAt: AsAt,
  permissions: readonly Permission[],
): Promise<
  | {
      kind: 'read';
      on: PlainDate;
      /** K as it is shown, and as facts are held against it. */
      asked: Instant;
      known: Instant;
      frame: Frame;
      /** Everything on record, for what may be done today. */
      recorded: Frame;
      by: Permission;
      who: { person: PersonId; roles: readonly Role[]; on: PlainDate };
    }
  | NotYours
  | { kind: 'refused'; because: 'no-such-date'; days?: Days }
> {
  const now = house.clock.now();
  const today = londonDate(now);
  const recorded = await house.records.frame(caller.organisation);
  // Rights are today's, whatever day is asked about.
  const who = { person: caller.person, roles: frameAsKnown(recorded, BY_NOW).roles, on: today };
  const by = permissions.find(
    (permission) =>
      may(permission, who) ||
      recorded.networks.some(({ id }) => may(permission, who, { network: id })),
  );
  if (by === undefined) return notYours(...permissions);
  const because = dayRefused(asAt, recorded, today);
  if (because !== undefined) return because;
  const known = asAt.known ?? BY_NOW;
  const on = asAt.on ?? today;
  const frame = frameAsKnown(recorded, known, on);
  return { kind: 'read', on, asked: asAt.known ?? now, known, frame, recorded, by, who };
}

/** A D to come, or before anything is on record; a K to come, or before the app knew anything. */
function dayRefused(
  { on, known }: AsAt,
  recorded: Frame,
  today: PlainDate,
): { kind: 'refused'; because: 'no-such-date'; days?: Days } | undefined {
  const within = (day: PlainDate, from: PlainDate | undefined) => {
    if (from !== undefined && from <= day && day <= today) return undefined;
    const days = from === undefined ? {} : { days: { from, to: today } };
    return { kind: 'refused', because: 'no-such-date', ...days } as const;
  };
  const wrongDay = on && within(on, firstDay(frameAsKnown(recorded, BY_NOW)));
  return wrongDay ?? (known && within(londonDate(known), firstKnownDay(recorded)));
}
