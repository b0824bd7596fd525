import type { Refusal } from '../contract/acts.ts';
import { MOST_BYTES, type FileType } from '../domain/education/file-kind.ts';
import type { Gate } from '../limits.ts';
import type { Sent } from '../use-cases/kept-files.ts';
import type { Caller } from '../use-cases/ports.ts';
import { readFile } from './body.ts';
import { inPlace } from './places.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

/** A file's bytes, its name in a header. */
export function fileArriving(
  asked: Asked,
  refusalText: reply.RefusalText,
  filesIn: Gate,
  send: (caller: Caller, file: { name: string; bytes: Uint8Array }) => Promise<Sent>,
): Route['answer'] {
  return asked(async (caller, { message }, about) => {
    const name = decoded(message.headers['x-file-name']);
    if (name === undefined) return { ...reply.noFileName, about };
    return inPlace(filesIn, caller, about, async () => {
      const read = await readFile(message, MOST_BYTES);
      if (read.kind === 'refused') {
        return read.because === 'too-large'
          ? { ...reply.refused('file-too-large', refusalText, about), headers: closing }
          : { ...reply.badBody(read), about };
      }
      const sent = await send(caller, { name, bytes: read.bytes });
      return sent.kind === 'sent'
        ? { kind: 'data', status: 201, data: sent.file, about }
        : reply.refused(sent.because, refusalText, about);
    });
  });
}

/** A file of evidence by the id of what names it, as an attachment. */
export function fileLeaving(
  asked: Asked,
  refusalText: reply.RefusalText,
  filesOut: Gate,
  find: (
    caller: Caller,
    id: string,
  ) => Promise<
    | { kind: 'file'; name: string; type: FileType; bytes: Uint8Array }
    | { kind: 'refused'; because: Refusal }
  >,
): Route['answer'] {
  return asked(async (caller, { query }, about) =>
    inPlace(filesOut, caller, about, async () => {
      const found = await find(caller, query.get('id') ?? '');
      if (found.kind === 'refused') return reply.refused(found.because, refusalText, about);
      const { name, type, bytes } = found;
      return { kind: 'download', name, type, bytes, about };
    }),
  );
}

/** The rest of it may still be on its way. */
const closing = { Connection: 'close' };

/** In a header and not in the address: a file's name may be personal. */
function decoded(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header === '') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    // Not percent-encoded as it should be.
    return undefined;
  }
}
