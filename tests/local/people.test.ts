import { beforeAll, expect, test } from 'vitest';
import { readPeople, type PracticePerson } from '../../infra/local/people.ts';
import { practice, trustFolder } from '../../infra/local/practice-ids.ts';

let people: PracticePerson[];
beforeAll(async () => {
  people = await readPeople(trustFolder, practice.tenant);
});

const named = (name: string) => people.find((person) => person.name === name);

test('everybody on either staff list can be played once, however many assignments they hold', () => {
  const emails = people.map(({ email }) => email);
  expect(new Set(emails).size).toBe(emails.length);
  expect(emails.filter((email) => email.endsWith('@pennine-vale.example'))).toHaveLength(131);
});

test('roles are told in words, with the days on which they begin or end', () => {
  expect(named('Aoife Okafor')?.roles).toEqual(['Executive director']);
  expect(named('Gareth Hargreaves')?.roles).toEqual(['Executive director until 31 August 2026']);
  expect(named('Ngozi Mensah')?.roles).toEqual(['Executive director from 1 September 2026']);
  expect(named('Leila Kaur')?.roles).toEqual(['Network chair, Race Equality Network']);
  expect(named('Shabnam Naylor')?.roles).toEqual(['Executive assistant to Aoife Okafor']);
});

test('two strangers are there too: a visitor on no list and a guest account', () => {
  expect(people.slice(-2)).toMatchObject([
    { name: 'Visitor', guest: false, roles: [] },
    { guest: true, roles: [] },
  ]);
});

test('a person’s account is the same on every computer', async () => {
  const again = await readPeople(trustFolder, practice.tenant);
  expect(again.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
  expect(new Set(again.map(({ id }) => id)).size).toBe(again.length);
});
