import { expect, test } from 'vitest';
import { understand } from '../../bot/domain/sentence/understand.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, ZPV } from '../support/small-trust.ts';

async function meant(text: string) {
  const { storage, clock } = await houseInMemory();
  const { networks, meetings } = await storage.records.frame(ZPV);
  return understand(text, { networks, meetings, now: clock.now(), claimed: [APRIL_8] });
}

test.each([
  ['don’t withdraw 8 April'],
  ['please do not withdraw 8 April'],
  ['please don’t take back 8 April'],
  ['I never wanted to withdraw 8 April'],
  ['can I withdraw 8 April?'],
  ['I didn’t attend any meeting'],
  ['I was there in spirit on 8 April'],
  ['I will probably not come on 10 June'],
])('“%s” is not acted on', async (text) => {
  expect((await meant(text)).kind).toBe('not-a-sentence');
});

test.each([
  ['withdraw 8 April', 'withdraw'],
  ['I didn’t go on 8 April after all', 'withdraw'],
  ['I would love to come on 10 June but can’t', 'intend'],
  ['I will come on 10 June', 'intend'],
  ['I went on 8 April', 'claim'],
])('“%s” is', async (text, kind) => {
  expect((await meant(text)).kind).toBe(kind);
});
