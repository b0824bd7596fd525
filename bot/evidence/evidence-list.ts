import { fullDate } from '../contract/dates.ts';
import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
import { paperNames } from './words.ts';

/**
 * What shows a line, as the organisation keeps it: documents of its own and minutes. A person's
 * certificate is never named, as its name may be theirs.
 */
export function evidenceOf(id: string, { facts, networks, figures }: PackFacts): string[] {
  const after = figures.find(({ code }) => code === id)?.after ?? '';
  const papers = (kinds: readonly (keyof typeof paperNames)[]) =>
    facts.papers
      .filter(({ kind, on }) => kinds.includes(kind) && on > after)
      .map(
        ({ kind, on, minute }) =>
          `${capital(paperNames[kind])}, seen by the board on ${fullDate(on)}${minute === undefined ? '' : `: ${minute}`}`,
      );
  switch (id) {
    case 'S1':
      return facts.council.map(
        ({ what, on, document }) =>
          `${what === 'terms' ? 'Terms of reference approved' : 'Meeting'} on ${fullDate(on)}: ${document}`,
      );
    case 'S2':
      return facts.reports.map(
        ({ year, on, n, of }) =>
          `Goals met of the year from ${fullDate(year)}: ${n} of ${of}, reported on ${fullDate(on)}`,
      );
    case 'S3':
      return facts.education
        .filter((on) => on !== undefined && on > after)
        .map((on) => `Education completed on ${fullDate(on ?? '')}, verified against its document`);
    case 'S4':
      return facts.meetings
        .filter(({ on, executives }) => executives > 0 && on > after)
        .map(({ network, on, executives, shownBy }) => {
          const name = networks.find((known) => known.id === network)?.name ?? network;
          const came = `${executives} executive ${executives === 1 ? 'director' : 'directors'}`;
          return `${name}, ${fullDate(on)}: ${came}${shownBy === 'app' ? ' confirmed' : ', from verified history'}`;
        });
    case 'S4.a':
      return facts.heard
        .filter(({ on }) => on > after)
        .map(({ on, networks: each }) => {
          const names = each.map((one) => networks.find((known) => known.id === one)?.name ?? one);
          return `${fullDate(on)}: ${names.join(', ')}`;
        });
    case 'S5':
      return papers(['wres', 'workforce-by-ethnic-group']);
    case 'S5.a':
      return [...papers(['staff-survey']), ...statement(id, facts)];
    case 'S5.b':
      return [...papers(['quarterly-review']), ...statement(id, facts)];
    case 'S1.a':
    case 'S1.b':
    case 'S1.c':
      return statement(id, facts);
    default:
      return [];
  }
}

function statement(id: string, { statements }: PackFacts['facts']): string[] {
  return statements.flatMap(({ line, evidence }) =>
    line === id && evidence !== undefined ? [evidence] : [],
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
