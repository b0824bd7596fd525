import { storageOver, type Storage, type Tables } from '../../bot/storage/open.ts';
import type { Clock } from '../../bot/use-cases/ports.ts';
import { memoryFiles } from './memory-files.ts';

/** What the house stands on, over these tables and with its files in memory. */
export function storageOn(tables: Tables, given: { clock: Clock; most?: number }): Storage {
  return storageOver(tables, { ...given, files: memoryFiles() });
}
