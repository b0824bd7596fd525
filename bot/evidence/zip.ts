import { unzipSync, zipSync } from 'fflate';

export type Files = Readonly<Record<string, Uint8Array>>;

/** The same files make the same bytes, on any day: each is of this moment, which a zip can say. */
const made = new Date(2000, 0, 1);

export function zipOf(files: Files): Uint8Array {
  return zipSync({ ...files }, { mtime: made, level: 6 });
}

export function unzipped(bytes: Uint8Array): Files {
  return unzipSync(bytes);
}

/** A document of Word's or Excel's is a zip with days in it; this one says K and nothing of when. */
export function pinned(bytes: Uint8Array, known: string): Uint8Array {
  const files = unzipped(bytes);
  const core = files['docProps/core.xml'];
  const day = `${known.slice(0, 19)}Z`;
  return zipOf(
    core === undefined
      ? files
      : {
          ...files,
          'docProps/core.xml': encode(
            decode(core).replaceAll(
              /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
              (_, tag: string) => `${tag}${day}`,
            ),
          ),
        },
  );
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
