import type { Silver } from '../contract/views.ts';
import { counts, isOpen } from '../domain/meeting.ts';
import { attendanceFigure, ATTENDANCE_RULE } from '../domain/measures/attendance.ts';
import { personAsKnown } from '../domain/known.ts';
import { readAsAt } from './as-at.ts';
import type { House } from './context.ts';
import type { AsAt, Shown } from './doors.ts';
import { frameworkLine } from './framework.ts';
import type { Caller } from './ports.ts';

/** The organisation's Silver figures for a day, as known at a moment. Executives and chairs see headlines. */
export async function silver(house: House, caller: Caller, asAt: AsAt): Promise<Shown<Silver>> {
  const read = await readAsAt(house, caller, asAt, ['see-silver-figures', 'see-silver-headlines']);
  if (read.kind === 'refused') {
    return { ...read, belongsTo: 'the EDI lead, the board and the network chairs' };
  }
  const { on, asked, known, frame, by } = read;
  const { people } = await house.records.people(caller.organisation);
  const figure = attendanceFigure(
    people.map((person) => personAsKnown(person, known)),
    frame,
    on,
  );
  const next = frame.meetings
    .filter((meeting) => meeting.date > on && isOpen(meeting) && counts(frame, meeting))
    .map(({ date }) => date)
    .toSorted()[0];
  return {
    kind: 'shown',
    view: {
      on,
      known: asked,
      lines: [
        {
          code: 'S4',
          title: frameworkLine('S4').keyDriver,
          framework: frameworkLine('S4').directDeliverable,
          ready: figure.ready,
          n: figure.n,
          of: figure.of,
          rule: ATTENDANCE_RULE,
          thisYear: figure.thisYear,
          before: figure.before,
          networks:
            by === 'see-silver-figures'
              ? figure.networks.map(({ network, n, thisYear, before }) => {
                  return { network: network.id, name: network.name, n, thisYear, before };
                })
              : [],
          ...(next === undefined ? {} : { nextMeeting: next }),
        },
      ],
    },
  };
}
