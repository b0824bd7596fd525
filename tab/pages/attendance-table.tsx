import type { Attendance } from '../../bot/contract/views.ts';
import { fullDate, shortDate } from '../../bot/contract/dates.ts';
import type { Acts } from '../parts/use-acts.ts';
import { inFigures } from '../words-history.ts';
import { organisation as words } from '../words-organisation.ts';
import { OffTheRecord } from './off-the-record.tsx';

type Person = Attendance['people'][number];

/** With what the reader may take off the record, or put back; left out, the table is to read. */
interface Deciding {
  organisation: string;
  acts: Acts;
}

/** Who attended what. By name: it is no league table. */
export function AttendanceTable(props: {
  attendance: Attendance;
  note: string;
  nobody: string;
  deciding?: Deciding;
}) {
  const { attendance, note, nobody, deciding } = props;
  const people = attendance.people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  if (people.length === 0) return <p>{nobody}</p>;
  return (
    <>
      <p className="soft">{note}</p>
      <ul className="rows">
        {people.map((person) => (
          <PersonRow key={person.person} {...{ person, attendance, deciding }} />
        ))}
      </ul>
    </>
  );
}

function PersonRow(props: {
  person: Person;
  attendance: Attendance;
  deciding: Deciding | undefined;
}) {
  const { person, attendance, deciding } = props;
  const { name, confirmed, before = 0, waiting, target, meetings, history = [] } = person;
  const post = inPost(person, attendance);
  return (
    <li>
      <div className="row-words">
        <strong>{name}</strong>
        {post && <span className="soft">{post}</span>}
        {meetings.length + history.length === 0 ? (
          <span className="soft">{words.noMeetings}</span>
        ) : (
          <ul className="bare">
            {meetings.map((meeting) => (
              <li key={meeting.meeting}>
                {meetingWords(meeting, attendance.on)}
                {deciding && (
                  <OffTheRecord
                    key={meeting.may}
                    {...{ name, meeting, today: attendance.on, ...deciding }}
                  />
                )}
              </li>
            ))}
            {history.map((entry) => (
              <li key={entry.id}>{historyWords(entry, attendance.on)}</li>
            ))}
          </ul>
        )}
      </div>
      <p className="row-figure">
        <strong>{words.confirmed(confirmed + before, target)}</strong>
        {before > 0 && <span className="soft"> {inFigures.row(before)}</span>}
        {waiting > 0 && <span className="soft"> {words.waiting(waiting)}</span>}
      </p>
    </li>
  );
}

/** Said only where it explains a figure: somebody who came or went within the year. */
function inPost(person: Person, { year }: Attendance): string | undefined {
  if (!person.inPost && person.to) return words.until(fullDate(person.to));
  return person.from > year.start ? words.since(fullDate(person.from)) : undefined;
}

function meetingWords(meeting: Person['meetings'][number], today: string): string {
  const { networkName, date, state, countsForSilver } = meeting;
  const said = `${networkName}, ${shortDate(date, today)}: ${words.claimStates[state]}`;
  return countsForSilver ? said : `${said} (${words.notCounting})`;
}

function historyWords(
  { networkName = '', date, state, countsForSilver }: NonNullable<Person['history']>[number],
  today: string,
): string {
  const said = `${networkName}, ${shortDate(date, today)}: ${inFigures.states[state]}`;
  return countsForSilver ? said : `${said} (${words.notCounting})`;
}
