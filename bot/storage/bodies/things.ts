import * as z from 'zod';
import { itemSteps } from '../../domain/agenda/item.ts';
import { paperKinds } from '../../domain/board/paper.ts';
import { evidenceSteps } from '../../domain/assessment/evidence.ts';
import { planSteps } from '../../domain/plan/plan-line.ts';
import { pairSteps } from '../../domain/mentoring/pair.ts';
import { reviewLines } from '../../domain/snapshots/regular-review.ts';
import { snapshotSteps } from '../../domain/snapshots/snapshot.ts';
import { leaveReasons } from '../../domain/settling.ts';
import type { ThingTypes } from '../../domain/things.ts';
import { fileShows, linkShows } from './shows.ts';
import { date, instant, moved, moves, network, person, text } from './text.ts';

/** What is nobody's own, as its rows say it. */
export const thingBodies = {
  pair: z.object({
    id: text,
    mentor: person,
    director: person,
    supporter: person,
    time: text.exactOptional(),
    handles: z.object({ mentor: text, director: text, lead: text }).exactOptional(),
    moves: moves(z.object({ ...moved, to: z.enum(pairSteps), on: date.exactOptional() })),
  }),
  'agenda-item': z.object({
    id: text,
    network,
    title: text,
    text,
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(itemSteps),
        meeting: text.exactOptional(),
        until: date.exactOptional(),
        text: text.exactOptional(),
        attended: person.exactOptional(),
        untold: z.literal(true).exactOptional(),
      }),
    ),
  }),
  contribution: z.object({
    id: text,
    network,
    person,
    body: text,
    on: date,
    minute: text,
    moves: moves(z.object({ ...moved, to: z.enum(['recorded', 'withdrawn']) })),
  }),
  paper: z.object({
    id: text,
    kind: z.enum(paperKinds),
    quarter: date,
    meeting: text.exactOptional(),
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(['planned', 'presented', 'withdrawn']),
        on: date.exactOptional(),
        minute: text.exactOptional(),
        networks: z.boolean().exactOptional(),
      }),
    ),
  }),
  statement: z.object({
    id: text,
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(['in-place', 'development-area', 'kept', 'taken-back']),
        on: date,
        evidence: text.exactOptional(),
        owner: person.exactOptional(),
        review: date.exactOptional(),
        note: text.exactOptional(),
        takes: z.number().exactOptional(),
      }),
    ),
  }),
  evidence: z.object({
    id: text,
    line: text,
    title: text,
    on: date,
    shows: z.discriminatedUnion('kind', [linkShows, fileShows]),
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(evidenceSteps),
        on: date,
        reason: text.exactOptional(),
        takes: z.number().exactOptional(),
      }),
    ),
  }),
  council: z.object({
    id: z.literal('council'),
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(['terms-approved', 'met', 'taken-back']),
        on: date,
        document: text,
        takes: z.number().exactOptional(),
      }),
    ),
  }),
  'goal-report': z.object({
    id: text,
    year: date,
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(['reported', 'taken-back']),
        on: date,
        n: z.number(),
        of: z.number(),
        document: text,
      }),
    ),
  }),
  snapshot: z.object({
    id: text,
    on: date,
    known: instant,
    sha256: text,
    parts: z.number(),
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(snapshotSteps),
        on: date.exactOptional(),
        words: text.exactOptional(),
      }),
    ),
  }),
  'snapshot-part': z.object({ id: text, text, moves: moves(z.object(moved)) }),
  'regular-review': z.object({
    id: z.enum(reviewLines),
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(['recorded', 'taken-back']),
        on: date,
        document: text,
        takes: z.number().exactOptional(),
      }),
    ),
  }),
  settlement: z.object({
    id: text,
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(['left', 'corrected', 'grade-set', 'unlinked', 'reopened', 'proposed']),
        because: z.enum(leaveReasons).exactOptional(),
      }),
    ),
  }),
  'plan-line': z.object({
    id: text,
    line: text,
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(planSteps),
        action: text.exactOptional(),
        owner: person.exactOptional(),
        team: text.exactOptional(),
        timescale: text.exactOptional(),
        target: date.exactOptional(),
        comments: text.exactOptional(),
        text: text.exactOptional(),
        network: network.exactOptional(),
      }),
    ),
  }),
} satisfies { [Kind in keyof ThingTypes]: z.ZodType<ThingTypes[Kind]> };
