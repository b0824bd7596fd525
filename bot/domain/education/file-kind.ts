import { namesInZip } from './zip-names.ts';

/** What may be attached, by the type that it is served with: nothing that runs. */
export const fileTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
export type FileType = (typeof fileTypes)[number];

/** 10 MB. */
export const MOST_BYTES = 10 * 1024 * 1024;

const endings: Readonly<Record<FileType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};

export type FileRefusal = 'file-empty' | 'file-too-large' | 'file-kind' | 'false-ending';

export type FileVerdict =
  { kind: 'taken'; type: FileType } | { kind: 'refused'; because: FileRefusal };

/** What a file is, by its content and never by its name; the name's ending must then say the same. */
export function judgeFile(name: string, bytes: Uint8Array): FileVerdict {
  if (bytes.length === 0) return { kind: 'refused', because: 'file-empty' };
  if (bytes.length > MOST_BYTES) return { kind: 'refused', because: 'file-too-large' };
  const type = typeOf(bytes);
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const isNamed = Object.values(endings).some((known) => known.includes(ending));
  if (type === undefined)
    return { kind: 'refused', because: isNamed ? 'false-ending' : 'file-kind' };
  return endings[type].includes(ending)
    ? { kind: 'taken', type }
    : { kind: 'refused', because: 'false-ending' };
}

function typeOf(bytes: Uint8Array): FileType | undefined {
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  return isWordDocument(bytes) ? fileTypes[3] : undefined;
}

/** By the names of its parts alone: nothing in it is unpacked. One with macros is none. */
function isWordDocument(bytes: Uint8Array): boolean {
  const names = namesInZip(bytes);
  return (
    names.has('[Content_Types].xml') &&
    names.has('word/document.xml') &&
    ![...names].some((part) => /vbaproject|\.(bin|exe|js|vbs|dll|scr)$/i.test(part))
  );
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
