import type { History, MyHistory } from '../../bot/contract/history.ts';
import type { Act } from '../../bot/contract/acts.ts';
import type { ActRequest } from '../parts/act-outcome.ts';
import { batches } from '../parts/batches.ts';
import { shell } from '../words.ts';
import { form, own, toVerify as words } from '../words-history.ts';

type Entry = History['waiting'][number];

export function verifyRequest(entries: readonly Entry[], organisation: string): ActRequest {
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const nameOf = (subject: string) => names.get(subject) ?? '';
  return {
    acts: inBatches('verify-history', [...names.keys()], organisation),
    done: (subjects) => ({
      text: words.done(subjects.length, nameOf(subjects[0] ?? '')),
      undo: { label: shell.undo, request: takeBackRequest(subjects, organisation) },
    }),
    ...(entries.length > 1 && { nameOf }),
  };
}

/** What was verified waits again. */
export function takeBackRequest(entries: readonly string[], organisation: string): ActRequest {
  return {
    acts: inBatches('reopen-history', entries, organisation),
    done: () => ({ text: words.undone }),
  };
}

export function removeRequest(entry: Entry, organisation: string): ActRequest {
  return {
    ...withdrawRequest(entry.id, organisation),
    done: () => ({
      text: words.removed(entry.name),
      undo: againRequest({ ...said(entry), for: entry.person }, organisation),
    }),
  };
}

export type ToEnter = Omit<Extract<Act, { verb: 'enter-history' }>['data'], 'organisation'>;

/** `name`: whom it is about, where that is somebody else. */
export function enterRequest(entry: ToEnter, organisation: string, name?: string): ActRequest {
  return {
    acts: [{ verb: 'enter-history', data: { ...entry, organisation } }],
    done: ([id = '']) => ({
      text: form.added(name),
      undo: { label: shell.undo, request: withdrawRequest(id, organisation) },
    }),
  };
}

export function ownWithdrawRequest(entry: MyHistory, organisation: string): ActRequest {
  return {
    ...withdrawRequest(entry.id, organisation),
    done: () => ({ text: own.takenBack, undo: againRequest(said(entry), organisation) }),
  };
}

function withdrawRequest(entry: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'withdraw-history', data: { organisation, entry } }],
    done: () => ({ text: own.takenBack }),
  };
}

/** What was taken off is entered anew, and waits to be verified. */
function againRequest(
  entry: ToEnter,
  organisation: string,
): { label: string; request: ActRequest } {
  const request = { ...enterRequest(entry, organisation), done: () => ({ text: words.undone }) };
  return { label: shell.undo, request };
}

function said({ what, date, network, course, document }: Entry | MyHistory): ToEnter {
  return { what, date, network, course, document };
}

function inBatches(
  verb: 'verify-history' | 'reopen-history',
  ids: readonly string[],
  organisation: string,
): Act[] {
  return batches(ids).map((entries) => ({ verb, data: { organisation, entries } }));
}
