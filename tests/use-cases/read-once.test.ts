import { expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import { readOnce } from '../../bot/use-cases/read-once.ts';
import { onlyThese } from '../support/only-these.ts';

const organisation = { tenant: '00000000-0000-4000-8000-000000000000', code: 'ZPV' };
const aoife = { organisation, person: 'aoife' as PersonId };
const shabnam = { organisation, person: 'shabnam' as PersonId };

function countedDoors() {
  const asked: string[] = [];
  const doors = onlyThese({
    async progress(caller, forPerson = caller.person) {
      asked.push(`${caller.person} of ${forPerson}`);
      return { kind: 'refused', because: 'not-yours', belongsTo: ['themselves'] };
    },
  });
  return { asked, doors };
}

test('the same reading is asked once, and answers all who wait for it', async () => {
  const { asked, doors } = countedDoors();
  const once = readOnce(doors);
  const answers = await Promise.all([once.progress(aoife), once.progress({ ...aoife })]);
  expect(answers[0]).toBe(answers[1]);
  expect(asked).toEqual(['aoife of aoife']);
});

test('another’s reading is another, and so is one’s own of somebody else', async () => {
  const { asked, doors } = countedDoors();
  const once = readOnce(doors);
  await once.progress(aoife);
  await once.progress(shabnam);
  await once.progress(shabnam, aoife.person);
  expect(asked).toEqual(['aoife of aoife', 'shabnam of shabnam', 'shabnam of aoife']);
});

test('the next moment is read anew', async () => {
  const { asked, doors } = countedDoors();
  await readOnce(doors).progress(aoife);
  await readOnce(doors).progress(aoife);
  expect(asked).toHaveLength(2);
});
