/** A zip file with parts of these names, stored; sizes as they claim, whatever they hold. */
export function zipOf(names: readonly string[], claimedSize = 0): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const text = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(text.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(claimedSize, 24);
    entry.writeUInt16LE(text.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, text);
    entries.push(entry, text);
    at += 30 + text.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The smallest files that begin as each kind does. */
export const samples = {
  pdf: bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  png: bytes('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'),
  jpeg: bytes('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF'),
  docx: zipOf(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']),
  exe: bytes('MZ\u0090\u0000\u0003'),
  html: bytes('<!doctype html><script>alert(1)</script>'),
};
