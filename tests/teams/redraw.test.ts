import { expect, test } from 'vitest';
import { createRedraw, type Fresh, type Standing } from '../../bot/teams/redraw.ts';
import type { Card } from '../../bot/cards/render.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { ShownCard, Subject } from '../../bot/use-cases/ports.ts';
import { practice } from '../../infra/local/practice-ids.ts';

const organisation = { tenant: practice.tenant, code: 'ZPV' };
const aoife = { organisation, person: 'aoife' as PersonId };
const conversation = {
  serviceUrl: 'https://smba.example/',
  conversationId: 'a:aoife',
  botId: '28:bot',
  tenant: practice.tenant,
};
const subject: Subject = 'person|aoife';

function gate() {
  let open = (): void => {};
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { open, closed };
}

/** A redraw whose cards hold nothing but the facts of the moment: a number. */
function createDesk() {
  const desk = {
    facts: 0,
    put: [] as string[],
    failed: [] as string[],
    /** Readings that were begun. */
    read: 0,
    drawing: Promise.resolve(),
    putting: Promise.resolve(),
    breaks: false,
    looking: async (): Promise<void> => {},
  };
  const shown: ShownCard[] = [];
  /** As in life, each drawing has a tap of its own. */
  const cardOf = (view: string, facts = desk.facts): Card => {
    const action = { type: 'Action.Execute', data: { tap: crypto.randomUUID() } };
    return { type: 'AdaptiveCard', shows: `${view} ${facts}`, actions: [action] };
  };
  const redraw = createRedraw({
    reading() {
      desk.read += 1;
      const { facts } = desk;
      return async (_caller, _user, view) => {
        const card = cardOf(view, facts);
        await desk.drawing;
        if (desk.breaks) throw new Error('storage is away');
        return { card, subjects: [subject] };
      };
    },
    cards: {
      async remember(_, card) {
        shown.push(card);
      },
      async showing() {
        await desk.looking();
        return shown.slice(-5);
      },
    },
    conversations: {
      remember: async () => {},
      find: async () => conversation,
      silence: async () => {},
      forget: async () => {},
      welcomeOnce: async () => true,
    },
    isHere: async () => true,
    clock: { now: () => instantFrom(0) },
    async put(_conversation, activityId, card) {
      await desk.putting;
      desk.put.push(`${activityId}: ${JSON.stringify(card['shows'])}`);
    },
    failed: ({ view }) => void desk.failed.push(view),
  });
  const standing: Standing = {
    caller: aoife,
    user: '29:aoife',
    conversation,
    activityId: '1',
    view: 'attended',
    params: {},
  };
  const fresh = (view: Standing['view'], activityId = '1'): Fresh => ({
    ...standing,
    activityId,
    view,
    subjects: [subject],
    card: cardOf(view),
    readAt: performance.now(),
  });
  return Object.assign(desk, { redraw, fresh, shown });
}

test('a card that was sent is drawn again when its subject changes', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('progress'));
  await desk.redraw.idle();
  desk.facts = 1;
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.put).toEqual(['1: "progress 1"']);
  expect(desk.shown[0]).toMatchObject({ params: { viewer: '29:aoife' } });
});

test('changes while a card is being drawn are drawn once, and the latest facts win', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('progress'));
  await desk.redraw.idle();
  const { open, closed } = gate();
  desk.putting = closed;
  for (desk.facts = 1; desk.facts < 5; desk.facts += 1) {
    desk.redraw.changed(organisation, [subject]);
  }
  open();
  await desk.redraw.idle();
  expect(desk.put.at(-1)).toBe('1: "progress 5"');
  expect(desk.put.length).toBeLessThanOrEqual(2);
});

test('a tap’s own change is drawn by the tap alone, with the view that it leads to', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('attended'));
  await desk.redraw.idle();
  const hold = desk.redraw.hold('a:aoife', '1');
  desk.facts = 1;
  desk.redraw.changed(organisation, [subject]);
  hold.release(desk.fresh('claim'));
  await desk.redraw.idle();
  expect(desk.put).toEqual(['1: "claim 1"']);
});

test('somebody else’s change meanwhile is not lost', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('attended'));
  const hold = desk.redraw.hold('a:aoife', '1');
  const mine = desk.fresh('claim');
  desk.facts = 2;
  desk.redraw.changed(organisation, [subject]);
  hold.release(mine);
  hold.release();
  await desk.redraw.idle();
  expect(desk.put.at(-1)).toBe('1: "claim 2"');
});

test('a redrawing that fails is told of, and the next one works', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('progress'));
  await desk.redraw.idle();
  desk.breaks = true;
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.failed).toEqual(['progress']);
  desk.breaks = false;
  desk.facts = 1;
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.put).toEqual(['1: "progress 1"']);
});

test('idle waits for the redrawing that is under way', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('progress'));
  const { open, closed } = gate();
  desk.drawing = closed;
  desk.facts = 1;
  desk.redraw.changed(organisation, [subject]);
  let idle = false;
  const waiting = desk.redraw.idle().then(() => (idle = true));
  await Promise.resolve();
  expect(idle).toBe(false);
  open();
  await waiting;
  expect(desk.put).toHaveLength(1);
});

test('another process’s card is drawn from what storage knows of it', async () => {
  const desk = createDesk();
  desk.shown.push({
    subject,
    person: aoife.person,
    view: 'claim',
    params: { meeting: 'ren', viewer: '29:aoife' },
    conversationId: 'a:aoife',
    activityId: '7',
    shownAt: instantFrom(0),
  });
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.put).toEqual(['7: "claim 0"']);
});

test('five cards of one person are drawn from one reading', async () => {
  const desk = createDesk();
  for (const id of ['1', '2', '3', '4', '5']) desk.redraw.stands(desk.fresh('claim', id));
  await desk.redraw.idle();
  desk.facts = 1;
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.put.toSorted()).toEqual(['1', '2', '3', '4', '5'].map((id) => `${id}: "claim 1"`));
  expect(desk.read).toBe(1);
});

test('no reading outlives a change', async () => {
  const desk = createDesk();
  for (const id of ['1', '2']) desk.redraw.stands(desk.fresh('claim', id));
  await desk.redraw.idle();
  for (desk.facts = 1; desk.facts < 4; desk.facts += 1) {
    desk.redraw.changed(organisation, [subject]);
    await desk.redraw.idle();
  }
  expect(desk.read).toBe(3);
  expect(desk.put.slice(-2).toSorted()).toEqual(['1: "claim 3"', '2: "claim 3"']);
});

test('a change that comes while cards are being drawn is drawn too, from a reading of its own', async () => {
  const desk = createDesk();
  for (const id of ['1', '2']) desk.redraw.stands(desk.fresh('claim', id));
  await desk.redraw.idle();
  const { open, closed } = gate();
  desk.drawing = closed;
  desk.facts = 1;
  desk.redraw.changed(organisation, [subject]);
  await expect.poll(() => desk.read).toBe(1);
  desk.facts = 2;
  desk.redraw.changed(organisation, [subject]);
  open();
  await desk.redraw.idle();
  expect(desk.put.slice(-2).toSorted()).toEqual(['1: "claim 2"', '2: "claim 2"']);
  expect(desk.read).toBe(2);
});

test('a card that comes out the same is left as it stands, but for its taps', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('claim'));
  await desk.redraw.idle();
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.read).toBe(1);
  expect(desk.put).toEqual([]);
});

test('a card whose taps were used is put anew, even if it looks the same', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('claim'));
  await desk.redraw.idle();
  const hold = desk.redraw.hold('a:aoife', '1');
  hold.release(desk.fresh('claim'));
  await desk.redraw.idle();
  expect(desk.put).toEqual(['1: "claim 0"']);
});

test('a card that may not have arrived is put again', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('claim'));
  await desk.redraw.idle();
  desk.facts = 1;
  desk.putting = Promise.reject(new Error('the connection was lost'));
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  desk.facts = 0;
  desk.putting = Promise.resolve();
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.put).toEqual(['1: "claim 0"']);
});

test('looking for cards fails once, and what changed meanwhile is drawn', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('claim'));
  await desk.redraw.idle();
  desk.looking = () => {
    desk.looking = async () => {};
    desk.facts = 1;
    desk.redraw.changed(organisation, [subject]);
    return Promise.reject(new Error('storage is away'));
  };
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.failed).toEqual(['all']);
  expect(desk.put).toEqual(['1: "claim 1"']);
});
