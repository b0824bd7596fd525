import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownHouse, post } from '../support/browsing.ts';
import * as z from 'zod';

const nurse = 'aoife.okafor@pennine-vale.example';
const turnSchema = z.object({
  status: z.number(),
  activities: z.array(
    z.object({
      id: z.string(),
      attachments: z.optional(z.array(z.object({ content: z.looseObject({ type: z.string() }) }))),
    }),
  ),
  body: z.unknown(),
});

const buttonSchema = z.object({ verb: z.string(), data: z.looseObject({}) });

let house: Awaited<ReturnType<typeof ownHouse>>;
beforeAll(async () => {
  house = await ownHouse();
}, 60_000);
afterAll(() => house.close());

async function say(person: string, text: string): Promise<Shown> {
  const turn = turnSchema.parse(await post(house.origin, '/local/say', { person, text }));
  const activity = turn.activities.at(-1);
  const card = activity?.attachments?.[0]?.content;
  return { id: activity?.id ?? '', text: JSON.stringify(card) };
}

type Shown = { id: string; text: string };

/** A button's data, wherever in the card it is. */
function buttonData({ text }: Shown, verb: string): object {
  const found: object[] = [];
  JSON.parse(text, (_, value: unknown) => {
    const button = buttonSchema.safeParse(value);
    if (button.data?.verb === verb) found.push(button.data.data);
    return value;
  });
  const [first] = found;
  if (first === undefined) throw new Error(`no button for ${verb}`);
  return first;
}

/** Presses a button of a card, with what is filled in. */
async function press(
  person: string,
  from: Shown,
  verb: string,
  filled: object = {},
): Promise<Shown> {
  const turn = await post(house.origin, '/local/act', {
    person,
    activityId: from.id,
    verb,
    data: { ...buttonData(from, verb), ...filled },
  });
  const { value } = z
    .object({ body: z.object({ value: z.looseObject({ type: z.string() }) }) })
    .parse(turn).body;
  return { id: from.id, text: JSON.stringify(value) };
}

test('a pledge is made, shared and looked at again, all on its card', async () => {
  const asked = await say(nurse, 'pledge');
  expect(asked.text).toContain('Make a pledge');
  const made = await press(nurse, asked, 'make-pledge', {
    text: 'I will *ask* who is not in the room',
    review: '2026-07-09',
  });
  expect(made.text).toContain('“I will \\\\*ask\\\\* who is not in the room”');
  expect(made.text).toContain('You look at it again on 9 July.');
  expect(made.text).toContain('The app shows it to nobody else.');
  const shared = await press(nurse, made, 'share-pledge');
  expect(shared.text).toContain('Leaders and directors here can read it.');
  const kept = await press(nurse, shared, 'unshare-pledge');
  expect(kept.text).toContain('The app shows it to nobody else.');

  await post(house.origin, '/local/clock', { now: '2026-07-09T09:40' });
  const due = await say(nurse, 'My pledge');
  expect(due.text).toContain('How did your pledge go?');
  const looked = await press(nurse, due, 'review-pledge', { text: 'Two panels changed' });
  expect(looked.text).toContain('Two panels changed');
  expect(looked.text).not.toContain('How did your pledge go?');
});

test('its reminder comes on its day, with the pledge and its answer on one card', async () => {
  const inbox = await fetch(`${house.origin}/local/inbox?person=${nurse}`);
  const sent = JSON.stringify(await inbox.json());
  expect(sent).toContain('pledge-review:');
});

test('a day that is not ahead is refused kindly, and nothing was changed', async () => {
  const asked = await say('rosalind.yilmaz@pennine-vale.example', 'pledges');
  const refused = await press('rosalind.yilmaz@pennine-vale.example', asked, 'make-pledge', {
    text: 'I will listen',
    review: '2026-04-01',
  });
  expect(refused.text).toContain('That day is not ahead.');
  expect(refused.text).toContain('Nothing was changed');
});

test('whoever is no leader is told so, and nothing else is shown', async () => {
  const told = await say('shabnam.naylor@pennine-vale.example', 'pledge');
  expect(told.text).toContain('Pledges are for leaders');
});
