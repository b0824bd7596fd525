import type { Caller } from '../use-cases/ports.ts';
import { RowRefused } from './table.ts';

/** A folder for each person of each organisation: an id leads to its owner's files alone. */
export function filePath({ organisation, person }: Caller, id: string): string {
  if (!/^[0-9a-f]*$/.test(id)) throw new RowRefused('not the id of a file');
  return `${organisation.tenant}/${organisation.code}/${person}/${id}`;
}
