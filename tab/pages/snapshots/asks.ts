import type { Act } from '../../../bot/contract/acts.ts';
import {
  feedbackLines,
  type ReviewLine,
  type SnapshotInBrief,
  type SnapshotMove,
} from '../../../bot/contract/snapshot.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { form } from '../../words-board.ts';
import { lineNames } from '../../words-silver.ts';
import { reviews, snapshots as words } from '../../words-snapshots.ts';
import { shell } from '../../words.ts';
import type { Ask, Field } from '../board/ask-form.tsx';

/** A day that has been. */
function dayField(name: string, label: string, latest: string, hint?: string): Field {
  return {
    name,
    label,
    missing: words.missing.day,
    input: { kind: 'day', latest },
    ...(hint === undefined ? {} : { hint }),
  };
}

export function draftAsk(today: string, organisation: string): Ask {
  return {
    title: words.asks.draft,
    save: words.draft,
    fields: [dayField('on', words.fields.on, today, words.onHint)],
    act: ({ on = '' }) => ({ verb: 'draft-snapshot', data: { organisation, on } }),
    done: () => () => ({ text: words.told.draft }),
    mends: {},
  };
}

/** The steps that need more than a tap. */
export function stepAsk(
  move: 'freeze' | 'submit' | 'record-feedback',
  { id: snapshot }: SnapshotInBrief,
  today: string,
  organisation: string,
): Ask {
  const undo = { label: shell.undo, request: requestOf('take-back', snapshot, organisation) };
  const shared = { mends: {}, save: form.record };
  switch (move) {
    case 'freeze':
      return {
        ...shared,
        title: words.asks.freeze,
        save: words.buttons.freeze,
        fields: [],
        act: () => ({ verb: 'freeze-snapshot', data: { organisation, snapshot } }),
        done: () => () => ({ text: words.told.freeze }),
      };
    case 'submit':
      return {
        ...shared,
        title: words.asks.submit,
        fields: [dayField('date', words.fields.date, today)],
        act: ({ date = '' }) => ({
          verb: 'submit-snapshot',
          data: { organisation, snapshot, date },
        }),
        done: () => () => ({ text: words.told.submit, undo }),
      };
    case 'record-feedback':
      return {
        ...shared,
        title: words.asks.feedback,
        fields: feedbackFields(today),
        act: ({ date = '', words: said = '', line, lineWords = '' }) => {
          const about = feedbackLines.find((known) => known === line);
          const ofLine =
            about === undefined || lineWords.trim() === ''
              ? {}
              : { lines: [{ line: about, words: lineWords }] };
          return {
            verb: 'record-feedback',
            data: { organisation, snapshot, date, words: said, ...ofLine },
          };
        },
        done: () => () => ({ text: words.told['record-feedback'], undo }),
      };
  }
}

function feedbackFields(today: string): Field[] {
  return [
    dayField('date', words.fields.came, today),
    {
      name: 'words',
      label: words.fields.words,
      hint: words.wordsHint,
      missing: words.missing.words,
      input: { kind: 'long', most: 2000 },
    },
    {
      name: 'line',
      label: words.fields.line,
      input: {
        kind: 'choice',
        choices: feedbackLines.map((value) => ({ value, title: lineNames[value] })),
      },
    },
    {
      name: 'lineWords',
      label: words.fields.lineWords,
      input: { kind: 'long', most: 500 },
    },
  ];
}

export function reviewAsk(line: ReviewLine, today: string, organisation: string): Ask {
  return {
    title: reviews.record[line],
    save: form.record,
    fields: [
      dayField('date', words.fields.date, today),
      {
        name: 'document',
        label: reviews.document,
        hint: reviews.documentHint,
        missing: reviews.documentMissing,
        input: { kind: 'text' },
      },
    ],
    act: ({ date = '', document = '' }) => ({
      verb: 'record-review',
      data: { organisation, line, date, document },
    }),
    done:
      () =>
      ([move = '']) => ({
        text: reviews.told,
        undo: { label: shell.undo, request: takeBackReview(move, organisation) },
      }),
    mends: { 'day-to-come': 'date' },
  };
}

export function takeBackReview(move: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'take-back-review', data: { organisation, move } }],
    done: () => ({ text: reviews.takenBack }),
  };
}

/** The steps that are one tap. */
export function requestOf(
  move: Extract<SnapshotMove, 'approve' | 'withdraw' | 'take-back'>,
  snapshot: string,
  organisation: string,
): ActRequest {
  const data = { organisation, snapshot };
  const acts: Record<typeof move, Act> = {
    approve: { verb: 'approve-snapshot', data },
    withdraw: { verb: 'withdraw-snapshot', data },
    'take-back': { verb: 'take-back-snapshot', data },
  };
  return {
    acts: [acts[move]],
    done: () => ({
      text: words.told[move],
      ...(move === 'approve'
        ? { undo: { label: shell.undo, request: requestOf('take-back', snapshot, organisation) } }
        : {}),
    }),
  };
}
