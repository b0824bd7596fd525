import type { SettleList } from '../contract/views.ts';
import { readAsAt } from './as-at.ts';
import type { House } from './context.ts';
import type { Shown } from './doors.ts';
import { nameOf } from './names.ts';
import type { Caller } from './ports.ts';

/** What imports and first contacts left for the EDI lead to settle. */
export async function settleList(house: House, caller: Caller): Promise<Shown<SettleList>> {
  const read = await readAsAt(house, caller, {}, ['see-settle-list']);
  if (read.kind === 'refused') return { ...read, belongsTo: 'the EDI lead' };
  const items = await house.imports.settleList(caller.organisation);
  const { people } = await house.records.some(caller.organisation, [
    ...new Set(items.flatMap(({ person }) => person ?? [])),
  ]);
  return {
    kind: 'shown',
    view: {
      items: items.map(({ id, problem, file, row, person: about, detail }) => {
        const person = people.find((known) => known.id === about);
        return {
          id,
          problem,
          ...(file === undefined ? {} : { file }),
          ...(row === undefined ? {} : { row }),
          ...(person === undefined ? {} : { name: nameOf(person) }),
          detail,
        };
      }),
    },
  };
}
