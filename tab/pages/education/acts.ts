import type { Act } from '../../../bot/contract/acts.ts';
import type { EducationToVerify, MyRecord, ReturnReason } from '../../../bot/contract/education.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { batches } from '../../parts/batches.ts';
import { shell } from '../../words.ts';
import { form, own, toVerify as words } from '../../words-education.ts';

type Waiting = EducationToVerify['waiting'][number];
export type ToRecord = Omit<
  Extract<Act, { verb: 'record-education' }>['data'],
  'organisation' | 'tap'
>;

export function recordRequest(record: ToRecord, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'record-education', data: { ...record, organisation } }],
    done: ([id = '']) => ({
      text: form.recorded,
      undo: { label: shell.undo, request: withdrawRequest({ id }, organisation) },
    }),
  };
}

export function withdrawRequest({ id }: Pick<MyRecord, 'id'>, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'withdraw-education', data: { organisation, entry: id } }],
    done: () => ({ text: own.takenBack }),
  };
}

export function verifyRequest(records: readonly Waiting[], organisation: string): ActRequest {
  const names = new Map(records.map(({ id, name }) => [id, name]));
  const nameOf = (subject: string) => names.get(subject) ?? '';
  return {
    acts: inBatches('verify-education', [...names.keys()], organisation),
    done: (subjects) => ({
      text: words.done(subjects.length, nameOf(subjects[0] ?? '')),
      undo: { label: shell.undo, request: reopenRequest(subjects, organisation) },
    }),
    ...(records.length > 1 && { nameOf }),
  };
}

export function returnRequest(
  { id, name }: Waiting,
  reason: ReturnReason,
  organisation: string,
): ActRequest {
  return {
    acts: [{ verb: 'return-education', data: { organisation, entry: id, reason } }],
    done: (subjects) => ({
      text: words.sent(name),
      undo: { label: shell.undo, request: reopenRequest(subjects, organisation) },
    }),
  };
}

/** What was answered waits again. */
export function reopenRequest(entries: readonly string[], organisation: string): ActRequest {
  return {
    acts: inBatches('reopen-education', entries, organisation),
    done: () => ({ text: words.undone }),
  };
}

function inBatches(
  verb: 'verify-education' | 'reopen-education',
  ids: readonly string[],
  organisation: string,
): Act[] {
  return batches(ids).map((entries) => ({ verb, data: { organisation, entries } }));
}
