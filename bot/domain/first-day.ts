import type { Frame } from './facts.ts';
import { londonDate, type PlainDate } from './time.ts';

/**
 * The first day that an organisation's figures can be had for: before it no role, meeting or board
 * is on record, and every line would be nothing of nothing.
 */
export function firstDay({ roles, meetings, boardMeetings }: Frame): PlainDate | undefined {
  const days = [
    ...roles.map(({ on }) => on),
    ...meetings.map(({ date }) => date),
    ...boardMeetings.map(({ date }) => date),
  ];
  return least(days);
}

/** The first day on which the app knew anything of the organisation. */
export function firstKnownDay({
  roles,
  networks,
  meetings,
  boardMeetings,
}: Frame): PlainDate | undefined {
  const first = least(
    [roles, networks, meetings, boardMeetings].flatMap((facts) =>
      facts.map(({ recordedAt }) => recordedAt),
    ),
  );
  return first === undefined ? undefined : londonDate(first);
}

function least<Text extends string>(texts: readonly Text[]): Text | undefined {
  return texts.reduce<Text | undefined>(
    (first, text) => (first === undefined || text < first ? text : first),
    undefined,
  );
}
