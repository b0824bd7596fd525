const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** A document has some dozens of parts. */
const MOST_NAMES = 2_000;

/**
 * The names of a zip file's parts, as its directory lists them; none where it isn't one. Nothing is
 * unpacked, so that a file of 10 MB which would unpack to a terabyte costs no more than any other.
 */
export function namesInZip(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_LENGTH || view.getUint32(0, true) !== LOCAL_HEADER) return names;
  const end = endOf(view);
  if (end === undefined) return names;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_NAMES) return names;
  let at = view.getUint32(end + 16, true);
  const text = new TextDecoder();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return new Set();
    const length = view.getUint16(at + 28, true);
    if (at + 46 + length > end) return new Set();
    names.add(text.decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** Where the directory's end stands: last in the file, but for a comment. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}
