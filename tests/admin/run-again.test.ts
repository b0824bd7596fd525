import { expect, test } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { StorageAway } from '../../bot/storage/table.ts';
import { runAsOperator } from '../bench/commands.ts';
import { memoryTables } from '../support/house.ts';
import { movableClock, TENANT } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

const busy = new StorageAway('storage took too long', { trouble: 'slow' });

/** A command that meets so many faults, one a time, before it is done. */
function commandAfter(faults: readonly Error[]) {
  const clock = movableClock();
  const storage = storageOn(memoryTables(), { clock });
  const left = [...faults];
  return async (): Promise<void> => {
    const said: string[] = [];
    const code = await runAdmin(
      ['add-organisation', '--org', 'ZPV', '--tenant', TENANT, '--name', 'A trust', '--apply'],
      {
        ...{ clock, packs: openPacks('0.0.0'), print: (line: string) => said.push(line) },
        async open() {
          const fault = left.shift();
          if (fault !== undefined) throw fault;
          return { ...storage, readers };
        },
      },
    );
    if (code !== 0) throw new Error(said.join('\n'));
  };
}

test('in a long run an import that busy storage stops is run again, twice at most, and counted', async () => {
  expect(await runAsOperator(commandAfter([]))).toEqual([]);
  expect(await runAsOperator(commandAfter([busy, busy]))).toHaveLength(2);
  await expect(runAsOperator(commandAfter([busy, busy, busy]))).rejects.toThrow('took too long');
  const broken = new Error('no such column');
  await expect(runAsOperator(commandAfter([broken]))).rejects.toThrow('no such column');
});
