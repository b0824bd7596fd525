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

/** More than any pack has: what comes from strangers may grow without end where it is opened. */
const MOST_NAMES = 200;
const MOST_BYTES = 200 * 1024 * 1024;

/** Opens what a stranger handed over; throws where its own list says that it is no pack's size. */
export function unzippedWithin(bytes: Uint8Array): Files {
  let names = 0;
  let total = 0;
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    names += 1;
    total += originalSize;
    // Thrown at once: a list may say that it goes on for ever.
    if (names > MOST_NAMES || total > MOST_BYTES) throw new RangeError('larger than any pack');
    return false;
  };
  unzipSync(bytes, { filter });
  return unzipped(bytes);
}

/** Names that stand in a zip more than once: which of the two is shown, each program decides. */
export function doubledIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const filter = ({ name }: { name: string }): boolean => {
    names.push(name);
    return false;
  };
  unzipSync(bytes, { filter });
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

/** A document of Word's or Excel's is a zip with days in it; this one says K and nothing of when. */
export function pinned(bytes: Uint8Array, known: string): Uint8Array {
  const files = unzipped(bytes);
  return zipOf({
    ...files,
    ...edited(files, 'docProps/core.xml', (text) =>
      text.replaceAll(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        (_, tag: string) => `${tag}${known.slice(0, 19)}Z`,
      ),
    ),
    ...edited(files, 'word/document.xml', renumbered),
  });
}

/** The same files, but for that one where there is one. */
export function edited(files: Files, path: string, edit: (text: string) => string): Files {
  const file = files[path];
  return file === undefined ? {} : { [path]: encode(edit(decode(file))) };
}

/** The contents' bookmarks are numbered on through a process's documents: here from 1 again. */
function renumbered(text: string): string {
  const numbers = new Map<string, number>();
  const numberOf = (was: string): number => {
    const number = numbers.get(was) ?? numbers.size + 1;
    numbers.set(was, number);
    return number;
  };
  return text
    .replaceAll(/_Toc(\d+)/g, (_, was: string) => `_Toc${numberOf(was)}`)
    .replaceAll(
      /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/g,
      (_, before: string, was: string) => `${before}${numberOf(was)}"`,
    );
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
