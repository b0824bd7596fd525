import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('../../infra/assurance', import.meta.url));

/** The papers by name, the index too. */
export const papers: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
);

export function paper(name: string): string {
  const text = papers.get(name);
  if (text === undefined) throw new Error(`there is no ${name}`);
  return text;
}

/** How a blank is marked that an organisation must fill. */
export const toDecide = /\*\*To decide:\*\*/g;

/** Rows of the table under which a heading's first column stands, cell by cell. */
export function tableWith(text: string, firstHeading: string): string[][] {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => cellsOf(line)[0] === firstHeading);
  if (head === -1) throw new Error(`no table begins with “${firstHeading}”`);
  const body = lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith('|'));
  return body.slice(0, end === -1 ? undefined : end).map(cellsOf);
}

/** What stands in backticks. */
export function named(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
}

function cellsOf(line: string): string[] {
  return line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];
}
