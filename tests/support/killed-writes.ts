import type { Table } from '../../bot/storage/table.ts';

/** From its write number `from` on storage takes nothing more, as if the process had been killed. */
export function killedAtWrite(table: Table, from: number): { mend(): void } {
  const { write } = table;
  let writes = 0;
  table.write = async (...given) => {
    writes += 1;
    if (writes >= from) throw new Error('killed');
    return write(...given);
  };
  return { mend: () => void (table.write = write) };
}
