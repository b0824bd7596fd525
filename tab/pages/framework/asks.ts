import type { AssessedEvidence, AssessedLine } from '../../../bot/contract/assessment.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { shell } from '../../words.ts';
import { evidence as words, say, stateNames } from '../../words-framework.ts';
import type { Ask } from '../board/ask-form.tsx';

/** Where a line stands, in the organisation's own judgement. */
export function sayAsk(line: AssessedLine, organisation: string): Ask {
  const states = ['in-place', 'development-area'] as const;
  const stateOf = (given: string | undefined) =>
    states.find((state) => state === given) ?? 'development-area';
  return {
    title: say.title(line),
    save: say.save,
    fields: [
      {
        name: 'state',
        label: say.state,
        missing: say.missing,
        input: {
          kind: 'choice',
          choices: states.map((value) => ({ value, title: stateNames[value] })),
        },
        ...(line.said === undefined ? {} : { value: line.said.state }),
      },
      {
        name: 'evidence',
        label: say.evidence,
        hint: say.hint,
        input: { kind: 'text' },
        ...(line.said?.evidence === undefined ? {} : { value: line.said.evidence }),
      },
    ],
    act: ({ state, evidence = '', sure }) => ({
      verb: 'say-line',
      data: {
        ...{ organisation, line: line.line, state: stateOf(state), evidence },
        ...(sure === 'yes' ? { sure } : {}),
      },
    }),
    done:
      ({ state }) =>
      ([move = '']) => ({
        text: say.told(line, stateNames[stateOf(state)]),
        undo: { label: shell.undo, request: takeBackLine(move, organisation) },
      }),
    mends: { 'may-name-people': 'evidence', 'evidence-needed': 'evidence' },
    later: {
      refusal: 'may-name-people',
      field: { name: 'sure', label: say.sure, input: { kind: 'tick' } },
    },
  };
}

export function takeBackLine(move: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'take-back-line', data: { organisation, move } }],
    done: () => ({ text: say.takenBack }),
  };
}

/** Why an item goes back to whoever keeps it. */
export function returnAsk(item: AssessedEvidence, organisation: string): Ask {
  return {
    title: words.returnTitle(item),
    save: words.acts.return,
    fields: [
      {
        name: 'reason',
        label: words.reasonField,
        hint: words.reasonHint,
        missing: words.needsReason,
        input: { kind: 'text' },
      },
    ],
    act: ({ reason = '' }) => ({
      verb: 'return-evidence',
      data: { organisation, entry: item.id, reason },
    }),
    done: () => told(words.told.return, organisation),
    mends: {},
  };
}

export function moveRequest(
  item: AssessedEvidence,
  what: 'ready' | 'approve' | 'withdraw',
  organisation: string,
): ActRequest {
  const entries = [item.id];
  const act = {
    ready: { verb: 'ready-evidence', data: { organisation, entries } },
    approve: { verb: 'approve-evidence', data: { organisation, entries } },
    withdraw: { verb: 'withdraw-evidence', data: { organisation, entry: item.id } },
  } as const;
  return { acts: [act[what]], done: told(words.told[what], organisation) };
}

export function takeBackEvidence(move: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'take-back-evidence', data: { organisation, move } }],
    done: () => ({ text: words.told.takeBack }),
  };
}

/** What was done, and the way back. */
function told(text: string, organisation: string): ActRequest['done'] {
  return ([move = '']) => ({
    text,
    undo: { label: shell.undo, request: takeBackEvidence(move, organisation) },
  });
}
