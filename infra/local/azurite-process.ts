// Azurite's tables and queues in one process: its own starter would bring its blobs along too.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The options of both must be known before either reads them.
require('azurite/dist/src/queue/QueueEnvironment.js');
require('azurite/dist/src/table/main.js');
require('azurite/dist/src/queue/main.js');
