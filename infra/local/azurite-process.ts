// Azurite's three parts in one process, each with what it is told and nothing more.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The options of all must be known before any reads them; blobs declare theirs only if they come first.
for (const part of [
  'blob/BlobEnvironment.js',
  'queue/QueueEnvironment.js',
  'table/main.js',
  'queue/main.js',
  'blob/main.js',
]) {
  require(`azurite/dist/src/${part}`);
}
