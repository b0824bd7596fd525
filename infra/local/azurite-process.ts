// Azurite's tables and queues in one process: its own starter would bring its blobs along too.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The options of both must be known before either reads them.
for (const part of ['queue/QueueEnvironment.js', 'table/main.js', 'queue/main.js']) {
  require(`azurite/dist/src/${part}`);
}
