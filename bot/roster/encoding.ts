import { isUtf8 } from 'node:buffer';

/** Largest file that is read. A staff list of 20,000 rows is about 5 MB. */
const largestFile = 50 * 1024 * 1024;

/** Why these bytes can't be read as CSV in UTF-8, with a hint how to save them; undefined if they can. */
export function encodingFault(bytes: Uint8Array): string | undefined {
  if (bytes.length > largestFile) return 'the file is over 50 MB';
  if (bytes.length === 0) return 'the file is empty';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return 'this is a workbook, not CSV: save it as “CSV UTF-8” and try again';
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || bytes.includes(0)) {
    return 'the file is not in UTF-8 but looks like UTF-16: save it as “CSV UTF-8” and try again';
  }
  if (!isUtf8(bytes)) {
    return 'the file is not in UTF-8 but looks like Windows-1252: save it as “CSV UTF-8” and try again';
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
