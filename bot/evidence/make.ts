import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
import { boardPaper } from './board-paper.ts';
import { csvOf } from './csv.ts';
import { evidenceDocument } from './evidence-document.ts';
import { MANIFEST, manifestOf, manifestText, SUMS, sumsOf } from './manifest.ts';
import { REPORT_OF } from './formulas.ts';
import { networkUpdate } from './network-update.ts';
import { readMe } from './read-me.ts';
import { spreadsheet } from './spreadsheet.ts';
import { factTables } from './tables.ts';
import { lineNames } from '../contract/silver-words.ts';
import { encode, zipOf, type Files } from './zip.ts';

/** One zip: documents, facts, and what proves that they belong together. */
export async function makePack(facts: PackFacts, appVersion: string): Promise<Uint8Array> {
  const tables = factTables(facts);
  const updates = await Promise.all(
    facts.networks.map(
      async (network) =>
        [
          `network-updates/${fileName(network.id)}.docx`,
          await networkUpdate(network, facts),
        ] as const,
    ),
  );
  const files: Files = {
    'README.txt': encode(readMe(facts)),
    'evidence.docx': await evidenceDocument(facts),
    'figures.xlsx': await spreadsheet(facts, tables),
    'board-paper.docx': await boardPaper(facts),
    ...Object.fromEntries(updates),
    ...factFiles(facts, tables),
  };
  const manifest = manifestText(manifestOf(facts, files, appVersion));
  const sums = sumsOf({ ...files, [MANIFEST]: manifest });
  return zipOf({ ...files, [MANIFEST]: manifest, [SUMS]: sums });
}

/** All that a stranger needs to count each figure again, as CSV. */
export function factFiles(facts: PackFacts, tables = factTables(facts)): Files {
  return {
    'facts/figures.csv': encode(figuresCsv(facts)),
    'facts/s4-networks.csv': encode(networksCsv(facts)),
    ...Object.fromEntries(
      Object.values(tables).map(({ name, columns, rows }) => [
        `facts/${fileName(name)}.csv`,
        encode(csvOf(columns, rows)),
      ]),
    ),
  };
}

function figuresCsv({ figures, on }: PackFacts): string {
  return csvOf(
    [
      'Code',
      'Figure',
      'Days after',
      'Up to',
      'n',
      'N',
      'Evidence ready',
      'Rule',
      'Reading',
      REPORT_OF,
    ],
    figures.map(({ code, after, n, of, ready, rule, ours, reportYear }) => [
      code,
      lineNames[code],
      after === undefined ? undefined : { day: after },
      { day: on },
      n,
      of,
      ready ? 'yes' : 'no',
      rule,
      ours ? 'the app’s own' : 'the framework’s',
      reportYear === undefined ? undefined : { day: reportYear },
    ]),
  );
}

/** Every network that counts, also the one that nobody came to: the lowest is the organisation's. */
function networksCsv({ networks }: PackFacts): string {
  return csvOf(
    ['Network', 'n'],
    networks.filter(({ countsForSilver }) => countsForSilver).map(({ name, n }) => [name, n ?? 0]),
  );
}

/** "S3.b mentoring" → "s3-b-mentoring" */
function fileName(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
