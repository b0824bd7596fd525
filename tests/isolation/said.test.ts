import { afterEach, beforeEach, expect, test } from 'vitest';
import { objectIdFor } from '../../infra/local/accounts.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { collect } from '../../bot/storage/table.ts';
import { smallTrust } from '../support/small-trust.ts';
import { servedHouse, type ServedHouse } from './support/served-house.ts';

const email = 'leila.kaur@pennine-vale.example';
const leila = {
  ...{ id: objectIdFor(email), tenant: practice.tenant, name: 'Leila Kaur', email, guest: false },
};

let house: ServedHouse;
beforeEach(async () => {
  house = await servedHouse([leila]);
  await smallTrust(house.storage, { tenant: practice.tenant, code: 'ZPV' });
});
afterEach(() => house.close());

test('what somebody writes to the bot is kept nowhere, in storage or in the log', async () => {
  const said = [
    'zqx I am being harassed by my zqx manager',
    'I went to the Race Equality Network on 8 April, zqx patient 943 476 5919',
    'raise zqx',
  ];
  for (const text of said) await house.say(leila, text);
  await house.idle();
  expect(house.cardsOf(leila).length).toBeGreaterThan(0);
  expect(house.lines.length).toBeGreaterThanOrEqual(said.length);
  const rows = await Promise.all(
    Object.values(house.tables).flatMap((table) =>
      [practice.tenant, `${practice.tenant}|ZPV`, 'feeds'].map((partition) =>
        collect(table.range(partition, ' ', '\uffff')),
      ),
    ),
  );
  expect(rows.flat().length).toBeGreaterThan(10);
  const kept = JSON.stringify([rows, house.lines]);
  for (const words of ['zqx', 'harassed', '943 476 5919']) expect(kept).not.toContain(words);
});
