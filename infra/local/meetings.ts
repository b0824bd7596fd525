import { teamsIdFor, type Account, type Accounts } from './accounts.ts';
import type { Channel, Turn } from './channel.ts';
import { route, type Route } from './http.ts';

/** One look-up of the bot's: about whom it asked Teams. */
export interface LookUp {
  readonly meetingId: string;
  /** As the bot named them; an Entra object id. */
  readonly participant: string;
  readonly tenantId: string;
  readonly status: number;
}

/** A meeting in practice Teams, as one event tells of it. */
export interface MeetingPlayed {
  readonly joinUrl: string;
  readonly title: string;
  /** Practice time. */
  readonly at: string;
  /** Whoever Teams names as the event's sender. */
  readonly sender: Account;
}

export interface Meetings {
  /** `GET /v1/meetings/{meeting}/participants/{person}` under `/connector`, in Teams' own shape. */
  readonly routes: readonly Route[];
  /** Every such look-up, oldest first. */
  readonly lookUps: readonly LookUp[];
  /** Who is in the meeting from now on; everybody else has never been. */
  attend(joinUrl: string, present: readonly Account[]): void;
  /** Tells the bot that it started or ended. */
  tell(kind: 'start' | 'end', meeting: MeetingPlayed): Promise<Turn>;
}

/** Look-ups that are remembered. */
const kept = 5_000;

/** The meetings that run in practice Teams, and who is in each. */
export function createMeetings(given: {
  accounts: Accounts;
  channel: Pick<Channel, 'send'>;
  checkToken: (header: string | undefined) => 'accepted' | 'refused';
}): Meetings {
  const rooms = new Map<string, { conversation: string; inside: Set<string>; seen: Set<string> }>();
  const lookUps: LookUp[] = [];

  const answer = (meetingId: string, participant: string, header: string | undefined) => {
    if (given.checkToken(header) === 'refused') {
      return failure(401, 'Unauthorized', 'Authorization has been denied.');
    }
    const room = rooms.get(meetingId);
    if (room === undefined) return failure(404, 'MeetingNotFound', 'No such meeting.');
    const account = given.accounts.find(participant);
    if (account === undefined || !room.seen.has(account.id)) {
      return failure(404, 'ParticipantNotFound', 'Not a participant of this meeting.');
    }
    const body = participantView(account, room.inside.has(account.id), room.conversation);
    return { status: 200, body };
  };

  return {
    lookUps,
    routes: [
      route('GET', '/connector/v1/meetings/:meeting/participants/:participant', (call) => {
        const { meeting = '', participant = '' } = call.params;
        const answered = answer(meeting, participant, call.request.headers.authorization);
        const tenantId = call.url.searchParams.get('tenantId') ?? '';
        lookUps.push({ meetingId: meeting, participant, tenantId, status: answered.status });
        if (lookUps.length > kept) lookUps.shift();
        return answered;
      }),
    ],
    attend(joinUrl, present) {
      const id = meetingIdOf(joinUrl);
      const seen = rooms.get(id)?.seen ?? new Set<string>();
      const inside = new Set(present.map((account) => account.id));
      for (const account of inside) seen.add(account);
      rooms.set(id, { conversation: conversationOf(joinUrl), inside, seen });
    },
    tell: (kind, { joinUrl, title, at, sender }) =>
      given.channel.send(sender, {
        type: 'event',
        name: `application/vnd.microsoft.meeting${kind === 'start' ? 'Start' : 'End'}`,
        conversation: {
          id: conversationOf(joinUrl),
          conversationType: 'groupChat',
          isGroup: true,
          tenantId: sender.tenant,
        },
        channelData: {
          tenant: { id: sender.tenant },
          source: null,
          meeting: { id: meetingIdOf(joinUrl) },
        },
        value: {
          MeetingType: 'Recurring',
          Title: title,
          Id: meetingIdOf(joinUrl),
          JoinUrl: joinUrl,
          [kind === 'start' ? 'StartTime' : 'EndTime']: at,
        },
      }),
  };
}

/** The chat of a meeting is in its join link. */
export function conversationOf(joinUrl: string): string {
  const path = decodeURIComponent(new URL(joinUrl).pathname);
  return path.split('/').find((part) => part.startsWith('19:')) ?? path;
}

/** Teams' id of a meeting is made of its chat's. */
function meetingIdOf(joinUrl: string): string {
  return Buffer.from(`0#${conversationOf(joinUrl)}#0`).toString('base64');
}

function participantView(account: Account, inMeeting: boolean, conversation: string): object {
  const [givenName, ...family] = account.name.split(' ');
  return {
    user: {
      id: teamsIdFor(account),
      aadObjectId: account.id,
      name: account.name,
      givenName,
      surname: family.join(' '),
      email: account.email,
      userPrincipalName: account.email,
      tenantId: account.tenant,
      userRole: account.guest ? 'guest' : 'user',
    },
    meeting: { role: 'Attendee', inMeeting },
    conversation: { id: conversation, isGroup: true },
  };
}

function failure(status: number, code: string, message: string) {
  return { status, body: { error: { code, message } } };
}
