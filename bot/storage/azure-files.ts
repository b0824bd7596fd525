import { RestError, type ContainerClient } from '@azure/storage-blob';
import * as z from 'zod';
import { fileTypes } from '../domain/education/file-kind.ts';
import type { Instant } from '../domain/time.ts';
import type { Files, SentFile } from '../use-cases/ports.ts';
import { filePath } from './file-path.ts';
import { awayFrom } from './trouble.ts';

/** A file of 10 MB takes its time; a description none. */
const FILE_MS = 20_000;
const WORDS_MS = 2_500;

/** What a blob says of itself. Its name is percent-encoded: headers hold no other letters. */
const describedSchema = z.object({
  name: z.string().transform(decodeURIComponent),
  type: z.enum(fileTypes),
  size: z.string().transform(Number),
  sha256: z.string(),
  at: z.string().transform((text) => text as Instant),
});

/** Files of evidence on Azure Blob Storage. */
export function azureFiles(container: ContainerClient): Files {
  return {
    async put(owner, file, bytes) {
      const { name, type, size, sha256, at } = file;
      const metadata = { name: encodeURIComponent(name), type, size: `${size}`, sha256, at };
      const blob = container.getBlockBlobClient(filePath(owner, file.id));
      await asked(FILE_MS, (abortSignal) =>
        blob.upload(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), bytes.length, {
          abortSignal,
          metadata,
          blobHTTPHeaders: { blobContentType: type },
        }),
      );
    },
    async find(owner, id) {
      const blob = container.getBlobClient(filePath(owner, id));
      const found = await there(
        asked(WORDS_MS, (abortSignal) => blob.getProperties({ abortSignal })),
      );
      return found === undefined ? undefined : { id, ...describedSchema.parse(found.metadata) };
    },
    async read(owner, id) {
      const blob = container.getBlobClient(filePath(owner, id));
      return there(
        asked(FILE_MS, (abortSignal) => blob.downloadToBuffer(0, undefined, { abortSignal })),
      );
    },
    async list(owner) {
      const prefix = filePath(owner, '');
      return asked(FILE_MS, async (abortSignal) => {
        const files: SentFile[] = [];
        const blobs = container.listBlobsFlat({ prefix, includeMetadata: true, abortSignal });
        for await (const { name, metadata } of blobs) {
          files.push({ id: name.slice(prefix.length), ...describedSchema.parse(metadata) });
        }
        return files;
      });
    },
    async remove(owner, id) {
      const blob = container.getBlobClient(filePath(owner, id));
      await asked(WORDS_MS, (abortSignal) => blob.deleteIfExists({ abortSignal }));
    },
  };
}

async function there<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RestError && error.statusCode === 404) return undefined;
    throw error;
  }
}

async function asked<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await ask(AbortSignal.timeout(ms));
  } catch (error) {
    throw awayFrom(error) ?? error;
  }
}
