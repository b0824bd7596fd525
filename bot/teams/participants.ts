import type { TeamsConnectorClient } from 'botframework-connector';
import * as z from 'zod';
import { SendError } from './http-client.ts';

/** Of Teams' answer about one person: whether they are there, and their id in Teams. */
export type Attending = { kind: 'there'; user: string } | { kind: 'not-there' };

const participantSchema = z.object({
  user: z.object({ id: z.string(), aadObjectId: z.string() }),
  meeting: z.object({ inMeeting: z.boolean().optional() }),
});

/**
 * Asks about one named person: the call behind `TeamsInfo.getMeetingParticipant`, which works in a
 * turn alone and by a client that tries again by itself. All else of the answer is let go.
 */
export async function askParticipant(
  client: TeamsConnectorClient,
  asked: { meetingId: string; objectId: string; tenantId: string },
): Promise<Attending> {
  const { meetingId, objectId, tenantId } = asked;
  try {
    const found: unknown = await client.teams.fetchMeetingParticipant(meetingId, objectId, {
      tenantId,
    });
    const { user, meeting } = participantSchema.parse(found);
    if (user.aadObjectId.toLowerCase() !== objectId.toLowerCase()) {
      throw new Error('Teams answered about somebody else');
    }
    return meeting.inMeeting === true ? { kind: 'there', user: user.id } : { kind: 'not-there' };
  } catch (error) {
    // Not invited, or gone with the meeting.
    if (error instanceof SendError && error.status === 404) return { kind: 'not-there' };
    throw error;
  }
}
