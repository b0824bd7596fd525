import { fullDate, londonMoment } from '../contract/dates.ts';
import { parseInstant, parsePlainDate } from '../domain/time.ts';
import type { Held, HeldFact } from '../use-cases/ports.ts';
import { fieldWords, kindWords, moveWords, unsaid } from './person-words.ts';

/** A page that a data protection officer can hand over: plain HTML, and nothing from elsewhere. */
export function personPage(
  held: Held,
  about: {
    organisation: string;
    madeAt: string;
    /** What meetings and networks are called, by their ids. */
    names?: ReadonlyMap<string, string>;
  },
): string {
  const { names = new Map<string, string>() } = about;
  const byKind = Map.groupBy(held.facts, ({ kind }) => kind);
  const known = Object.keys(kindWords);
  const sections = [...byKind.keys()]
    .toSorted((a, b) => known.indexOf(a) - known.indexOf(b))
    .map((kind) => sectionOf(kind, byKind.get(kind) ?? [], names));
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<title>What is kept on you in Silver Commitments</title>',
    `<style>${style}</style></head>`,
    '<body><main>',
    '<h1>What is kept on you in Silver Commitments</h1>',
    `<p>${escaped(about.organisation)}, ${escaped(moment(about.madeAt))}.</p>`,
    '<p>Your ethnicity is not kept, nor why you were away, nor which network you belong to. Other people are named only in words that somebody wrote. Facts are kept for 4 years after they end, mentoring pairs for 3 years and 3 months.</p>',
    ...sections,
    section('Files that you sent', 'Beside this page, in the folder “files”.', [
      ...held.files.map(({ file }) => `${file.name}, ${moment(file.at)}`),
    ]),
    section('Reminders planned for you', 'What they said is not kept.', [
      ...held.reminders.map(({ kind, state, at }) => `${inWords(kind)}: ${state}, ${moment(at)}`),
    ]),
    section('Days on which a reminder was sent to you', 'So that you get one a day at most.', [
      ...held.sentOn.map((day) => fullDate(day)),
    ]),
    section('Where Teams reaches you', 'Your chat with the app, in Microsoft Teams.', [
      held.isReached ? 'It is kept.' : 'It is not kept.',
    ]),
    section('What you did here', 'From the ledger, which keeps what was done and when.', [
      ...held.acts.map(({ at, act }) => `${moment(at)}: ${inWords(act)}`),
    ]),
    '</main></body></html>',
    '',
  ].join('\n');
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#212b32}main{max-width:46rem;margin:0 auto;padding:1.5rem}' +
  'h2{margin:2rem 0 .25rem}p,ul{margin:.25rem 0}li{margin:.5rem 0;overflow-wrap:anywhere}';

function sectionOf(
  kind: string,
  facts: readonly HeldFact[],
  names: ReadonlyMap<string, string>,
): string {
  const words = kindWords[kind] ?? { heading: inWords(kind), why: '' };
  const lines = facts.map((fact) => factInWords(fact, names));
  return section(words.heading, words.why, lines);
}

function section(heading: string, why: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const items = lines.map((line) => `<li>${escaped(line)}</li>`).join('\n');
  return `<section><h2>${escaped(heading)}</h2>\n<p>${escaped(why)}</p>\n<ul>\n${items}\n</ul></section>`;
}

/** A fact as one line: what it says, then what was done with it. */
export function factInWords(
  { body }: HeldFact,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const said = Object.entries(body)
    .filter(([name]) => !unsaid.has(name))
    .map(([name, value]) => {
      const words = fieldWords[name] ?? inWords(name);
      const text = valueInWords(value, names);
      return words === '' ? text : `${words}: ${text}`;
    });
  const moves = [body['moves'], body['answers']]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((move: Readonly<Record<string, unknown>>) => moveInWords(move, names));
  return [said.join('; '), ...moves].filter((part) => part !== '').join('. ');
}

function moveInWords(
  move: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, string>,
): string {
  const { at, by, to, answer, ...rest } = move;
  const what = [to, answer].find((said) => typeof said === 'string') ?? 'set';
  const who = by === undefined ? [] : [by === 'you' ? 'by you' : 'by somebody else'];
  const more = Object.entries(rest)
    .filter(([name]) => name !== 'tap')
    .map(([name, value]) => `${moveWords[name] ?? inWords(name)} ${valueInWords(value, names)}`);
  return `${valueInWords(at, names)}: ${[inWords(what), ...who, ...more].join(', ')}`;
}

function valueInWords(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') {
    return value !== null && typeof value === 'object'
      ? Object.values(value)
          .map((part) => valueInWords(part, names))
          .join(', ')
      : '';
  }
  if (value === 'somebody') return 'somebody else';
  if (parsePlainDate(value) !== undefined) return fullDate(value);
  if (parseInstant(value) !== undefined) return moment(value);
  return names.get(value) ?? value;
}

function moment(instant: string): string {
  return londonMoment(instant);
}

/** `were-you-there` as “were you there”. */
function inWords(name: string): string {
  return name.replaceAll('-', ' ');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
