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
    drawing: Promise.resolve(),
    putting: Promise.resolve(),
    breaks: false,
  };
  const shown: ShownCard[] = [];
  const cardOf = (view: string): Card => ({ type: 'AdaptiveCard', shows: `${view} ${desk.facts}` });
  const redraw = createRedraw({
    async draw(_caller, _user, view) {
      const card = cardOf(view);
      await desk.drawing;
      if (desk.breaks) throw new Error('storage is away');
      return { card, subjects: [subject] };
    },
    cards: {
      async remember(_, card) {
        shown.push(card);
      },
      showing: async () => shown.slice(-1),
    },
    conversations: {
      remember: async () => {},
      find: async () => conversation,
      silence: async () => {},
      forget: async () => {},
      welcomeOnce: async () => true,
    },
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
  const fresh = (view: Standing['view'], readAt = performance.now()): Fresh => ({
    ...standing,
    view,
    subjects: [subject],
    card: cardOf(view),
    readAt,
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
  desk.redraw.changed(organisation, [subject]);
  await desk.redraw.idle();
  expect(desk.put).toEqual(['1: "progress 0"']);
});

test('idle waits for the redrawing that is under way', async () => {
  const desk = createDesk();
  desk.redraw.stands(desk.fresh('progress'));
  const { open, closed } = gate();
  desk.drawing = closed;
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
