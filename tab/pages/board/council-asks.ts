import type { Line } from '../../../bot/contract/board.ts';
import { stateNames } from '../../../bot/contract/board-words.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { shell } from '../../words.ts';
import { council as words, form, lines } from '../../words-board.ts';
import type { Ask, Field } from './ask-form.tsx';

const sureField: Field = { name: 'sure', label: words.sure, input: { kind: 'tick' } };
const later = { refusal: 'may-name-people', field: sureField };

/** The council met, or its terms were approved. */
export function councilAsk(what: 'met' | 'terms', today: string, organisation: string): Ask {
  return {
    title: what === 'met' ? words.recordMeeting : words.recordTerms,
    save: form.record,
    fields: [
      {
        name: 'date',
        label: words.fields[what],
        missing: words.toMissing.date,
        input: { kind: 'day', latest: today },
      },
      {
        name: 'document',
        label: words.documents[what],
        hint: words.hint,
        missing: words.toMissing.document,
        input: { kind: 'text' },
      },
    ],
    act: ({ date = '', document = '', sure }) => ({
      verb: what === 'met' ? 'record-council-meeting' : 'approve-terms',
      data: { organisation, date, document, ...asYes(sure) },
    }),
    done:
      () =>
      ([move = '']) => ({
        text: words.told[what],
        undo: { label: shell.undo, request: takeBackRequest(move, organisation) },
      }),
    mends: { 'may-name-people': 'document', 'day-to-come': 'date' },
    later,
  };
}

export function takeBackRequest(move: string, organisation: string): ActRequest {
  const verb = move.startsWith('council~') ? 'take-back-council' : 'take-back-line';
  return {
    acts: [{ verb, data: { organisation, move } }],
    done: () => ({ text: words.told.takenBack }),
  };
}

/** Where a line stands, in the organisation's own judgement. */
export function lineAsk(line: Line, organisation: string): Ask {
  const states = ['in-place', 'development-area'] as const;
  const stateOf = (given: string | undefined) => states.find((state) => state === given);
  return {
    title: lines.sayTitle(line),
    save: lines.save,
    fields: [
      {
        name: 'state',
        label: lines.fields.state,
        missing: lines.toMissing.state,
        input: {
          kind: 'choice',
          choices: states.map((value) => ({ value, title: stateNames[value] })),
        },
        ...(line.said === undefined ? {} : { value: line.said.state }),
      },
      {
        name: 'evidence',
        label: lines.fields.evidence,
        hint: lines.evidenceHint,
        input: { kind: 'text' },
        ...(line.said?.evidence === undefined ? {} : { value: line.said.evidence }),
      },
    ],
    act: ({ state, evidence = '', sure }) => ({
      verb: 'say-line',
      data: {
        ...{ organisation, line: line.line, evidence, ...asYes(sure) },
        state: stateOf(state) ?? 'development-area',
      },
    }),
    done:
      ({ state }) =>
      ([move = '']) => ({
        text: lines.told(line, stateNames[stateOf(state) ?? 'not-said']),
        undo: { label: shell.undo, request: takeBackRequest(move, organisation) },
      }),
    mends: { 'may-name-people': 'evidence', 'evidence-needed': 'evidence' },
    later,
  };
}

function asYes(ticked: string | undefined): { sure?: 'yes' } {
  return ticked === 'yes' ? { sure: 'yes' } : {};
}
