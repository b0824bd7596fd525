import { createHash } from 'node:crypto';
import { snapshotContentSchema, type SnapshotContent } from '../../contract/snapshot.ts';
import { isReady } from '../../domain/assessment/evidence.ts';
import { frameAsKnown, personAsKnown, thingsAsKnown } from '../../domain/known.ts';
import type { Known } from '../../domain/measures/figure.ts';
import {
  canonical,
  partId,
  type Snapshot,
  type SnapshotPart,
} from '../../domain/snapshots/snapshot.ts';
import { thingKinds } from '../../domain/things.ts';
import type { Instant, PlainDate } from '../../domain/time.ts';
import { assessmentOf } from '../assessment/assessment-of.ts';
import type { House } from '../context.ts';
import type { Caller } from '../ports.ts';
import { silverLines } from '../silver.ts';

/** All that figures are computed from, for D as known at K: the same again, however late. */
export async function readKnown(
  house: House,
  { organisation }: Caller,
  { on, known }: { on: PlainDate; known: Instant },
): Promise<Known> {
  const [{ people, frame }, things] = await Promise.all([
    house.records.people(organisation),
    house.records.things(organisation, thingKinds),
  ]);
  return {
    people: people.map((person) => personAsKnown(person, known)),
    frame: frameAsKnown(frame, known, on),
    things: thingsAsKnown(things, known),
    on,
  };
}

/** What a snapshot says, as the board sees it: who is outside N is spelt out to nobody. */
export function contentOf(known: Known, { organisation }: Caller, at: Instant): SnapshotContent {
  return {
    version: 1,
    organisation: { code: organisation.code, name: known.frame.settings.name },
    on: known.on,
    known: at,
    lines: silverLines(known, { spellsOut: false }),
    assessment: assessedIn(known),
  };
}

/** Where each line stands, with what speaks for it: drafts and what was returned do not. */
function assessedIn(known: Known): SnapshotContent['assessment'] {
  return assessmentOf(known).map(({ code, state, said, evidence }) => {
    const shown = [
      ...(said?.evidence === undefined ? [] : [said.evidence]),
      ...evidence.filter((each) => isReady(each, known.on)).map(({ title }) => title),
    ];
    return { line: code, state, ...(shown.length === 0 ? {} : { evidence: shown }) };
  });
}

/** The text that is kept, and its hash. */
export function sealed(content: SnapshotContent): { text: string; sha256: string } {
  const text = canonical(content);
  return { text, sha256: sha256Of(text) };
}

/** What was written, read back; whether it is what its hash is over. */
export function readContent(
  snapshot: Snapshot,
  parts: readonly SnapshotPart[],
): { content: SnapshotContent; intact: boolean } {
  const text = Array.from({ length: snapshot.parts }, (_, part) => {
    const id = partId(snapshot.id, part);
    return parts.find((known) => known.id === id)?.text ?? '';
  }).join('');
  return {
    content: snapshotContentSchema.parse(JSON.parse(text)),
    intact: sha256Of(text) === snapshot.sha256,
  };
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
