import type { History, MyHistory } from '../../bot/contract/history.ts';
import type { Act } from '../../bot/contract/acts.ts';
import type { ActRequest } from '../parts/act-outcome.ts';
import { shell } from '../words.ts';
import { form, own, toVerify as words } from '../words-history.ts';

/** How many entries one act may name. */
const mostAtOnce = 50;

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

export function removeRequest({ id, name }: Entry, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'withdraw-history', data: { organisation, entry: id } }],
    done: () => ({ text: words.removed(name) }),
  };
}

export type ToEnter = Omit<Extract<Act, { verb: 'enter-history' }>['data'], 'organisation'>;

export function enterRequest(entry: ToEnter, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'enter-history', data: { ...entry, organisation } }],
    done: ([id = '']) => ({
      text: form.added,
      undo: { label: shell.undo, request: withdrawRequest(id, organisation) },
    }),
  };
}

/** Taking one's own back; what the form could say again can be undone. */
export function withdrawRequest(entry: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'withdraw-history', data: { organisation, entry } }],
    done: () => ({ text: own.takenBack }),
  };
}

export function ownWithdrawRequest(
  entry: MyHistory,
  networks: readonly { id: string; name: string }[],
  organisation: string,
): ActRequest {
  const { what, date, document, networkName } = entry;
  const network = networks.find(({ name }) => name === networkName)?.id;
  return {
    ...withdrawRequest(entry.id, organisation),
    done: () => ({
      text: own.takenBack,
      undo: {
        label: shell.undo,
        request: enterRequest({ what, date, document, network }, organisation),
      },
    }),
  };
}

function inBatches(
  verb: 'verify-history' | 'reopen-history',
  ids: readonly string[],
  organisation: string,
): Act[] {
  return Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, at) => ({
    verb,
    data: { organisation, entries: ids.slice(at * mostAtOnce, (at + 1) * mostAtOnce) },
  }));
}
