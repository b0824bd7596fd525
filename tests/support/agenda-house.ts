import type { Act, Outcome } from '../../bot/contract/acts.ts';
import type { Agenda, Item } from '../../bot/contract/agenda.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate, PlainTime } from '../../bot/domain/time.ts';
import { houseInMemory } from './house.ts';
import { bring, personFacts, RACE } from './small-trust.ts';

export const MAY_BOARD = 'board-2026-05-07';
export const JULY_BOARD = 'board-2026-07-09';

/** The small trust with its board secretary and its board meetings: 7 May, papers due 28 April, and so on. */
export async function agendaHouse(start?: string) {
  const house = await houseInMemory(start);
  const { storage } = house;
  const secretary = storage.imports.newPersonId();
  await bring(storage, 'roster', personFacts(secretary, ['Meera', 'Schofield']));
  const on = '2025-04-01' as PlainDate;
  await bring(storage, 'roles', [
    { kind: 'role', fact: { role: 'board-secretary', person: secretary, on } },
  ]);
  const board = (date: string, papersDue: string) => ({
    kind: 'board-meeting' as const,
    fact: {
      id: `board-${date}`,
      title: 'Board of Directors (public)',
      on: date as PlainDate,
      date: date as PlainDate,
      start: '09:30' as PlainTime,
      papersDue: papersDue as PlainDate,
    },
  });
  await bring(storage, 'board-meetings', [
    board('2026-03-05', '2026-02-24'),
    board('2026-05-07', '2026-04-28'),
    board('2026-07-09', '2026-06-30'),
  ]);

  async function act(person: PersonId, given: Act): Promise<Outcome> {
    const [answer] = await house.doors.perform(house.as(person), given);
    if (answer === undefined) throw new Error('no answer');
    return answer.outcome;
  }
  async function raised(
    person: PersonId,
    words: { title?: string; text?: string } = {},
  ): Promise<string> {
    const { title = 'Shift patterns', text = 'Nights fall to the same people.' } = words;
    const [answer] = await house.doors.perform(house.as(person), {
      verb: 'raise-item',
      data: { network: RACE, title, text },
    });
    if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
    return answer.subject;
  }
  async function boardSide(person: PersonId): Promise<Agenda> {
    const shown = await house.doors.boardAgenda(house.as(person));
    if (shown.kind !== 'shown') throw new Error(shown.because);
    return shown.view;
  }
  async function item(person: PersonId, id: string): Promise<Item> {
    const mine = await house.doors.agenda(house.as(person));
    const found = mine.items.find((each) => each.id === id);
    if (found !== undefined) return found;
    const other = (await boardSide(person)).items.find((each) => each.id === id);
    if (other === undefined) throw new Error('not theirs to see');
    return other;
  }
  return { ...house, cast: { ...house.cast, secretary }, act, raised, boardSide, item };
}
