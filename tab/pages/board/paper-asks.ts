import { paperKindSchema, type Papers } from '../../../bot/contract/board.ts';
import { paperNames, quarterName } from '../../../bot/contract/board-words.ts';
import { fullDate } from '../../../bot/contract/dates.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { shell } from '../../words.ts';
import { form, networksPart, papers as words } from '../../words-board.ts';
import type { Ask, Field, Given } from './ask-form.tsx';

type Paper = Papers['papers'][number];
type Keep = NonNullable<Papers['keep']>;

const mends = {
  'quarter-to-come': 'quarter',
  'another-paper-that-day': 'meeting',
  'board-has-met': 'meeting',
  'no-such-board-meeting': 'meeting',
  'board-to-meet': 'date',
  'not-the-board': 'meeting',
};
/** The same, where a day is asked and not a meeting. */
const mendsByDay = Object.fromEntries(
  Object.entries(mends).map(([code, field]) => [code, field === 'meeting' ? 'date' : field]),
);

function kindField(first?: string): Field {
  return {
    ...asked('kind', first),
    input: {
      kind: 'choice',
      choices: paperKindSchema.options.map((value) => ({ value, title: paperNames[value] })),
    },
  };
}

function quarterField(keep: Keep): Field {
  const choices = keep.quarters.map((quarter) => {
    return { value: quarter.start, title: quarterName(quarter) };
  });
  // The newest one that has ended: most papers are of that.
  return { ...asked('quarter', keep.quarters[1]?.start), input: { kind: 'choice', choices } };
}

function dayField(days: readonly string[], day?: string): Field {
  const choices = days.map((value) => ({ value, title: fullDate(value) }));
  return { ...asked('date', day), input: { kind: 'choice', choices } };
}

const minuteField: Field = {
  ...asked('minute'),
  hint: words.minuteHint,
  input: { kind: 'text' },
};

function asked(name: keyof typeof words.fields, value?: string) {
  const base = { name, label: words.fields[name], missing: words.toMissing[name] };
  return value === undefined ? base : { ...base, value };
}

/** A paper is put down for a board to come. */
export function planAsk({ keep, missing, next }: Papers, organisation: string): Ask | undefined {
  if (keep === undefined || keep.boards.length === 0) return undefined;
  const choices = keep.boards.map(({ id, date }) => ({ value: id, title: fullDate(date) }));
  const dayOf = (given: Given) => choices.find(({ value }) => value === given['meeting'])?.title;
  return {
    title: words.plan,
    save: form.plan,
    fields: [
      kindField(missing[0]?.kind),
      { ...asked('meeting', next?.id), input: { kind: 'choice', choices } },
      quarterField(keep),
    ],
    act: ({ kind = '', meeting = '', quarter = '' }) => ({
      verb: 'plan-paper',
      data: { organisation, kind: paperKindSchema.parse(kind), meeting, quarter },
    }),
    done: (given) => (subjects) => ({
      text: words.told.plan(paperKindSchema.parse(given['kind']), dayOf(given) ?? ''),
      ...undoing(withdrawRequest(subjects[0] ?? '', organisation)),
    }),
    mends,
  };
}

/** A paper that nobody had planned was seen by the board. */
export function recordAsk({ keep }: Papers, organisation: string): Ask | undefined {
  if (keep === undefined || keep.met.length === 0) return undefined;
  return {
    title: words.record,
    save: form.record,
    fields: [
      kindField(),
      dayField(keep.met, keep.met[0]),
      quarterField(keep),
      minuteField,
      { name: 'networks', label: 'The staff networks had a part in it', input: { kind: 'tick' } },
    ],
    act: ({ kind = '', date = '', quarter = '', minute = '', networks }) => ({
      verb: 'record-paper',
      data: {
        ...{ organisation, kind: paperKindSchema.parse(kind), date, quarter, minute },
        ...asYes(networks),
      },
    }),
    done: (given) => (subjects) => ({
      text: words.told.presented(paperKindSchema.parse(given['kind'])),
      ...undoing(withdrawRequest(subjects[0] ?? '', organisation)),
    }),
    mends: mendsByDay,
  };
}

/** A planned paper was seen by the board. */
export function presentAsk(paper: Paper, { keep }: Papers, organisation: string): Ask {
  const part = networksPart[paper.kind];
  const met = keep?.met ?? [];
  return {
    title: words.presentTitle(paper),
    save: form.record,
    fields: [
      dayField(met, met.find((day) => day === paper.date) ?? met[0]),
      minuteField,
      ...(part === undefined
        ? []
        : [{ name: 'networks', label: part, input: { kind: 'tick' } } as const]),
    ],
    act: ({ date = '', minute = '', networks }) => ({
      verb: 'present-paper',
      data: { organisation, paper: paper.id, date, minute, ...asYes(networks) },
    }),
    done: () => () => ({
      text: words.told.presented(paper.kind),
      ...undoing(reopenRequest(paper.id, organisation)),
    }),
    mends: mendsByDay,
  };
}

export function reopenRequest(paper: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'reopen-paper', data: { organisation, paper } }],
    done: () => ({ text: words.told.reopened }),
  };
}

/** Undoing a paper that was just put on record. */
function withdrawRequest(paper: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'withdraw-paper', data: { organisation, paper } }],
    done: () => ({ text: words.told.withdrawn }),
  };
}

/** The paper as it stood can be put on record anew, where its board still takes it. */
export function takeOffRequest(paper: Paper, { keep }: Papers, organisation: string): ActRequest {
  const request = withdrawRequest(paper.id, organisation);
  const { kind, date, minute, quarter, state, networks } = paper;
  const said = { organisation, kind, quarter: quarter.start };
  const board = keep?.boards.find((each) => each.date === date);
  const again: ActRequest['acts'] =
    state === 'presented' && date !== undefined && minute !== undefined
      ? [{ verb: 'record-paper', data: { ...said, date, minute, ...asYes(networks ? 'yes' : '') } }]
      : board === undefined
        ? []
        : [{ verb: 'plan-paper', data: { ...said, meeting: board.id } }];
  if (again.length === 0) return request;
  const undo = { acts: again, done: () => ({ text: shell.undone }) };
  return { ...request, done: () => ({ text: words.told.withdrawn, ...undoing(undo) }) };
}

function undoing(request: ActRequest) {
  return { undo: { label: shell.undo, request } };
}

function asYes(ticked: string | undefined): { networks?: 'yes' } {
  return ticked === 'yes' ? { networks: 'yes' } : {};
}
