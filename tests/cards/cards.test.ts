import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { expect, test } from 'vitest';
import { claimCard } from '../../bot/cards/attendance.ts';
import { helpCard, welcomeCard } from '../../bot/cards/greeting.ts';
import { waitingCard } from '../../bot/cards/network.ts';
import { refusalText } from '../../bot/cards/refusals.ts';
import { compile, render, type Card } from '../../bot/cards/render.ts';
import { faultCard, tryAgainCard } from '../../bot/cards/trouble.ts';
import { paramsSchema, viewSchema } from '../../bot/cards/views.ts';
import { refusalSchema } from '../../bot/contract/acts.ts';
import type { Me } from '../../bot/contract/views.ts';
import { WrittenByNewer } from '../../bot/storage/fact.ts';
import { readExecute, readSubmit } from '../../bot/teams/press.ts';
import {
  assistant,
  coming,
  me,
  meeting,
  progress,
  viewer,
  waiting,
  waitingClaim,
} from '../../infra/local/gallery/facts.ts';
import { gallery } from '../../infra/local/gallery/cards.ts';
import { objectOf, partsIn } from './parts.ts';

const names = Object.keys(gallery);
function card(name: string): Card {
  const found = gallery[name];
  if (found === undefined) throw new Error(`no card by the name ${name}`);
  return found;
}

test.each(names)('%s: the official parser takes it without a warning', (name) => {
  const parsed = new AdaptiveCard();
  const context = new SerializationContext(Versions.v1_5);
  parsed.parse(card(name), context);
  const warnings = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  const faults = parsed.validateProperties().validationEvents;
  expect([...warnings, ...faults].map(({ message }) => message)).toEqual([]);
  expect(parsed.getItemCount()).toBeGreaterThan(0);
});

test.each(names)('%s: reads well aloud, and where cards are not shown', (name) => {
  const { speak, fallbackText, version } = card(name);
  expect(version).toBe('1.5');
  for (const said of [speak, fallbackText]) {
    expect(said).toEqual(expect.stringMatching(/^\S.*[.?] ?$/));
    expect(said).not.toContain('undefined');
  }
});

test.each(names)('%s: fits a phone, a glance and Teams’ limits', (name) => {
  expect(Buffer.byteLength(JSON.stringify(card(name)))).toBeLessThanOrEqual(28 * 1024);
  const parts = partsIn(card(name));
  for (const block of parts.filter(({ type }) => type === 'TextBlock')) {
    expect(block).toMatchObject({ wrap: true, text: expect.stringMatching(/\S/) });
  }
  // A link in a line of text is no button.
  const links = new Set(parts.map(({ selectAction }) => selectAction));
  const buttons = parts.filter(
    (part) => part.type.startsWith('Action.') && part['verb'] !== 'refresh' && !links.has(part),
  );
  // What a button opens is seen only then, and has one button of its own.
  const opening = buttons.filter(({ type }) => type === 'Action.ShowCard');
  expect(buttons.length - opening.length).toBeLessThanOrEqual(6);
  expect(buttons.filter(({ style }) => style === 'positive').length).toBeLessThanOrEqual(1);
  expect(JSON.stringify(card(name))).not.toMatch(/\$\{|#[0-9a-f]{6}|backgroundImage/i);
});

/** The reminders that a card shows, and shows again when it is refreshed. */
function remindersOn(name: string): string {
  const { view, params } = objectOf(objectOf(objectOf(card(name)['refresh'])['action'])['data']);
  const { nudges } = objectOf(params);
  return view === 'nudge' && typeof nudges === 'string' ? nudges : '';
}

test.each(names.filter((name) => remindersOn(name) !== ''))(
  '%s: its last line says why it came and when the next would',
  (name) => {
    const links = partsIn(card(name)).filter(({ selectAction }) => selectAction !== undefined);
    const nudges = remindersOn(name);
    expect(links).toMatchObject([
      {
        text: 'Why this, and when next',
        selectAction: { verb: 'show', data: { view: 'reminders', params: { nudges } } },
      },
    ]);
    const last = card(name)['body'];
    expect(Array.isArray(last) && last.at(-1)).toMatchObject({ inlines: links });
  },
);

test.each(names)('%s: every input is labelled and says what is missing', (name) => {
  for (const input of partsIn(card(name)).filter(({ type }) => type.startsWith('Input.'))) {
    expect(input).toMatchObject({ label: expect.stringMatching(/\S/) });
    if (input['isRequired']) expect(input).toHaveProperty('errorMessage');
  }
});

test.each(names)('%s: each button works in both of its ways, for one organisation', (name) => {
  const executes = partsIn(card(name)).filter(({ type }) => type === 'Action.Execute');
  const filled = {
    meeting: 'ren-2026-04-08',
    claim: 'aoife~ren',
    reason: 'lets-talk',
    text: 'I will ask who is not in the room',
    review: '2026-07-09',
    until: '2026-06-01',
    title: 'Shifts',
    attended: 'nobody',
    network: 'ren',
    ...{ kind: 'wres', quarter: '2026-01-01', paper: '20260409-1', minute: 'Item 9' },
    ...{ line: 'S1.a', state: 'in-place', date: '2026-04-08', document: 'minutes.docx' },
    // The chat that the button is in.
    conversation: '19:meeting_REN@thread.v2',
    entry: 'aoife~1',
    course: 'Inclusive leadership',
    date: '2026-03-02',
    evidence: 'https://learning.example/1',
    outcome: 'partly',
  };
  for (const { verb, data, fallback } of executes) {
    const given = objectOf(data);
    const full = verb === 'confirm' ? given : { ...filled, ...given };
    if (verb === 'link-series') {
      // The chat that it is pressed in says which one it is; nowhere else it is an act.
      expect(given).toMatchObject({ organisation: 'ZPV', network: expect.any(String) });
      expect(fallback).toMatchObject({ type: 'Action.Submit', data: { ...given, verb } });
      expect(() => readExecute({ action: { verb, data: full } })).toThrow('unreadable-act');
      continue;
    }
    const press = readExecute({
      action: { verb, data: verb === 'show' || verb === 'refresh' ? given : full },
    });
    expect(full).toMatchObject({ organisation: 'ZPV' });
    if (verb === 'refresh') continue;
    expect(fallback).toMatchObject({ type: 'Action.Submit', data: { ...given, verb } });
    if (press.kind === 'show') continue;
    expect(given).toHaveProperty('tap');
    expect(readSubmit({ ...full, verb })).toMatchObject({ act: press.act });
  }
});

test.each(names)('%s: a refresh asks for a view that there is, for the viewer alone', (name) => {
  const { refresh } = card(name);
  if (refresh === undefined) return expect(card(name)).not.toHaveProperty('refresh');
  const { data } = readExecute({ ...objectOf(refresh), trigger: 'automatic' }).asked;
  expect(viewSchema.safeParse(data['view']).success).toBe(true);
  expect(paramsSchema.safeParse(data['params']).success).toBe(true);
  expect(refresh).toMatchObject({ userIds: ['29:aoife'] });
});

test('what people wrote is shown as text, whatever Markdown it holds', () => {
  const networkName = '**Loud** [link](https://elsewhere.example) _x_ ${done}';
  const shown = claimCard(
    viewer,
    progress([meeting('2026-04-08', { networkName })]),
    'ren-2026-04-08',
  );
  const texts = partsIn(shown).flatMap(({ type, text }) => (type === 'TextBlock' ? [text] : []));
  expect(texts).toContain('\\*\\*Loud\\*\\* \\[link\\](https://elsewhere.example) \\_x\\_ ${done}');
  const titled = waitingCard(viewer, waiting([waitingClaim('1. *Ann*'), waitingClaim('- Bob')]));
  expect(JSON.stringify(titled)).toContain('"text":"1\\\\. \\\\*Ann\\\\*"');
  expect(JSON.stringify(titled)).toContain('"title":"1. *Ann*, 8 April"');
});

test('a field that the data lacks is a fault before anybody reads it', () => {
  const fill = compile({ body: [{ type: 'TextBlock', text: 'Hello ${name}' }] });
  expect(() => render(fill, { nam: 'Aoife' }, viewer)).toThrow('${name}');
});

test('a card that Teams would refuse for its size is a fault here', () => {
  const fill = compile({ body: [{ type: 'TextBlock', text: '${text}' }] });
  expect(() => render(fill, { text: 'x'.repeat(30_000) }, viewer)).toThrow('bytes');
});

test('what waits is claimed with the numbers that will then stand', () => {
  const shown = JSON.stringify(gallery['claim, with the chair']);
  expect(shown).toContain('The chair will confirm it. You will then have 1 of 4 this year.');
  expect(shown).toContain('"title":"Undo"');
  const other = JSON.stringify(gallery['claim, of another network']);
  expect(other).not.toContain('You will then have');
  expect(other).toContain('don’t move the Silver figure');
});

test('an assistant’s cards all say for whom, and their buttons too', () => {
  const own = names.filter((name) => name.endsWith('assistant') && !name.startsWith('welcome'));
  expect(own.length).toBeGreaterThan(3);
  for (const name of own) {
    expect(JSON.stringify(card(name))).toContain('For Aoife Okafor');
    const acts = partsIn(card(name)).filter(
      ({ type, verb }) => type === 'Action.Execute' && verb !== 'show' && verb !== 'refresh',
    );
    for (const { data } of acts) expect(data).toMatchObject({ for: 'aoife' });
  }
});

test('two or three meetings are a button each; more are a list to choose from', () => {
  const claims = (name: string) => partsIn(card(name)).filter(({ verb }) => verb === 'claim');
  expect(claims('attended, one')).toHaveLength(1);
  expect(claims('attended, three')).toHaveLength(3);
  expect(claims('attended, five')).toHaveLength(1);
  const [choice] = partsIn(card('attended, five')).filter(({ type }) => type === 'Input.ChoiceSet');
  expect(choice?.['choices']).toHaveLength(5);
  const titles = JSON.stringify(claims('attended, three').map(({ title }) => title));
  expect(titles).toMatch(/13 May.*8 April.*15 April/);
});

test.each(names)('%s: a list has nothing chosen before the person chooses', (name) => {
  const lists = partsIn(card(name)).filter(({ type }) => type === 'Input.ChoiceSet');
  for (const list of lists) {
    expect(list).not.toHaveProperty('value');
    expect(list).toMatchObject({ isRequired: true });
  }
  if (!name.startsWith('decided')) return;
  // Its list is for one button; the others work with nothing chosen.
  const others = partsIn(card(name)).filter(
    ({ type, verb }) => type === 'Action.Execute' && verb === 'show',
  );
  for (const button of others) expect(button).toMatchObject({ associatedInputs: 'none' });
});

test('the progress card begins with the chair’s question, and its two answers', () => {
  const shown = JSON.stringify(card('progress, queried'));
  expect(shown).toContain('The chair asks: “different meeting?”');
  const acts = partsIn(card('progress, queried')).flatMap(({ verb, data }) =>
    verb === 'claim' || verb === 'withdraw' ? [[verb, objectOf(data)['meeting']]] : [],
  );
  expect(acts).toEqual([
    ['claim', 'ren-2026-04-01'],
    ['withdraw', 'ren-2026-04-01'],
  ]);
});

test('before the year has a date, and while one is to record, nothing is out of reach', () => {
  expect(JSON.stringify(card('progress, no dates'))).toContain(
    'No network meetings of this year are in the calendar yet.',
  );
  const toRecord = JSON.stringify(card('progress, to record'));
  expect(toRecord).toContain('One meeting held isn’t recorded yet.');
  expect(toRecord).toContain('Were you able to join?');
  for (const name of ['progress, no dates', 'progress, to record']) {
    expect(JSON.stringify(card(name))).not.toMatch(/Out of reach|can’t reach/);
  }
});

test('what is beyond its target is never called so many of fewer', () => {
  const { speak } = card('progress, more than asked');
  expect(speak).toBe('2 network meetings are confirmed this year, 1 needed. Met.');
  for (const name of names) expect(JSON.stringify(card(name))).not.toMatch(/\b2 of 1\b/);
});

test('what is read aloud is asked of the same people as what is shown', () => {
  expect(card('attended, one')['speak']).toBe('Were you able to join?');
  expect(card('attended, one, assistant')['speak']).toBe('Were they able to join?');
  expect(card('help')['speak']).toBe('You can say: I attended, meetings, progress or education.');
  expect(card('help, deputy')['speak']).toBe('You can say: claims, raise or agenda.');
  expect(card('help, colleague')['speak']).toBe('There is nothing that you need to do here.');
  expect(card('meetings, none')['speak']).toBe('No network meetings are in the calendar.');
});

test('a question about what is somebody else’s is answered with what one can ask', () => {
  const asked = JSON.stringify(card('instead, a deputy asks for meetings'));
  expect(asked).not.toContain('Nothing was changed');
  expect(asked).toContain('**claims** – see what waits for you to confirm');
  expect(asked).not.toContain('**meetings**');
  const waits = JSON.stringify(card('instead, an executive asks for claims'));
  expect(waits).toContain('**meetings**');
  expect(waits).not.toMatch(/your network|network’s page/);
});

test('only an act that was refused says that nothing was changed', () => {
  expect(JSON.stringify(card('refused, not-yet-held'))).toContain('Nothing was changed');
  expect(JSON.stringify(card('refused, a question'))).not.toContain('Nothing was changed');
});

test('who decides second hears whose answer stands', () => {
  const shown = JSON.stringify(card('decided, one by the chair'));
  expect(shown).toContain('Claire Schofield: Leila Kaur had confirmed it.');
  const [back] = partsIn(card('decided, one by the chair')).filter(({ verb }) => verb === 'reopen');
  expect(back?.['data']).toMatchObject({ claim: 'aoife-okafor~ren-2026-04-08' });
  expect(JSON.stringify(card('decided, all by the chair'))).toContain(
    'Leila Kaur had asked about it.',
  );
});

test('who stands in for a chair is asked why, and never confirms both kinds in one tap', () => {
  expect(JSON.stringify(card('waiting, instead of a chair'))).toContain('Why do you confirm');
  const mixed = waitingCard(
    viewer,
    waiting([waitingClaim('Aoife Okafor'), waitingClaim('Marcus Hussain', { needsReason: true })]),
  );
  const [confirm] = partsIn(mixed).filter(({ verb }) => verb === 'confirm');
  expect(confirm?.['data']).toMatchObject({ claims: ['aoife-okafor~ren-2026-04-08'] });
  expect(
    readExecute({ action: { verb: 'confirm', data: { claims: ['a~b'], why: 'Chair is away' } } }),
  ).toMatchObject({ act: { data: { reason: 'Chair is away' } } });
});

test('a tap that failed is offered again as the same tap', () => {
  const data = { organisation: 'ZPV', meeting: 'ren-2026-04-08', tap: 'the-first' };
  const [again] = partsIn(tryAgainCard(viewer, { verb: 'claim', data })).filter(
    ({ verb }) => verb === 'claim',
  );
  expect(again).toMatchObject({ data, fallback: { data: { ...data, verb: 'claim' } } });
});

test('what a newer version wrote is not worth trying again: the card says what is', () => {
  const newer = faultCard(viewer, new WrittenByNewer(), { verb: 'claim', data: {} });
  expect(JSON.stringify(newer)).toContain('the app needs updating');
  expect(partsIn(newer).filter(({ verb }) => verb === 'claim')).toEqual([]);
  const other = faultCard(viewer, new Error('storage is away'), { verb: 'claim', data: {} });
  expect(partsIn(other).filter(({ verb }) => verb === 'claim')).not.toEqual([]);
});

test('no two drawings of a button are the same tap', () => {
  const draw = () =>
    partsIn(
      claimCard(viewer, progress([meeting('2026-04-08'), coming('2026-06-10')]), 'ren-2026-04-08'),
    )
      .filter(({ verb }) => verb === 'claim')
      .map(({ data }) => objectOf(data)['tap']);
  expect(draw()).not.toEqual(draw());
});

test.each(refusalSchema.options)('the refusal %s says what happened and what to do', (because) => {
  const { say, next } = refusalText(because);
  expect(say).toMatch(/\.$/);
  expect(next).toMatch(/\.$/);
  expect(`${say} ${next}`).not.toMatch(/fail|error|invalid|forbidden/i);
  // The tab says it too, where there is nowhere to type.
  expect(`${say} ${next}`).not.toMatch(/\btype\b|“/i);
});

test('help offers only what is theirs', () => {
  const views = partsIn(helpCard(viewer, me({ leads: true }))).flatMap(({ type, data }) =>
    type === 'Action.Execute' ? [objectOf(data)['view']] : [],
  );
  expect(views).toEqual(['attended', 'meetings', 'progress', 'goal']);
});

test('education is offered to whoever may record it, and to nobody else', () => {
  const said = (who: Me) => helpCard(viewer, who)['speak'];
  expect(said(assistant)).toBe('You can say: I attended, meetings or progress.');
  const leader = me({ roles: [], pages: ['commitments'], leads: true });
  expect(said(leader)).toBe('You can say: my goal.');
  expect(said({ ...leader, recordsEducation: true })).toBe('You can say: education or my goal.');
});

test('progress says in one line what was before the app, and nothing where nothing was', () => {
  const said = (name: string) => partsIn(card(name)).map(({ text }) => text);
  expect(said('progress, history')).toContain('Before the app: 1 meeting, verified.');
  expect(JSON.stringify(said('progress'))).not.toContain('Before the app');
});

test('a greeting with nothing waiting says what to do first, and opens it', () => {
  const quiet = (roles: Me['roles'], pages: Me['pages'], leads = false) => {
    const who = me({ roles, pages, ...(leads ? { leads } : {}) });
    const text = JSON.stringify(welcomeCard(viewer, who, undefined, waiting([])));
    return [/First: [^"]*/.exec(text)?.[0], /subEntityId%22%3A%22(\w+)/.exec(text)?.[1]];
  };
  const chair = { role: 'network-chair', network: { id: 'ren', name: 'Race Equality Network' } };
  expect(quiet([chair], ['network'])).toEqual([
    'First: check your network’s meetings in the tab.',
    'network',
  ]);
  expect(quiet([{ role: 'board-secretary' }], ['board', 'organisation'])).toEqual([
    'First: open the Board page in the tab.',
    'board',
  ]);
  expect(quiet([], ['commitments'], true)).toEqual([
    'First: look at your commitments in the tab.',
    'commitments',
  ]);
});
