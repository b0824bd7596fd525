import type { Files, SentFile } from '../../bot/use-cases/ports.ts';
import { filePath } from '../../bot/storage/file-path.ts';

/** The files' contract in memory. */
export function memoryFiles(): Files {
  const kept = new Map<string, { file: SentFile; bytes: Uint8Array }>();
  return {
    async put(owner, file, bytes) {
      kept.set(filePath(owner, file.id), { file, bytes: Uint8Array.from(bytes) });
    },
    async find(owner, id) {
      return kept.get(filePath(owner, id))?.file;
    },
    async read(owner, id) {
      return kept.get(filePath(owner, id))?.bytes;
    },
    async list(owner) {
      const folder = filePath(owner, '');
      return [...kept].filter(([path]) => path.startsWith(folder)).map(([, { file }]) => file);
    },
    async remove(owner, id) {
      kept.delete(filePath(owner, id));
    },
  };
}
