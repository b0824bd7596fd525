import framework from '../domain/framework.json' with { type: 'json' };
import { lineNames } from '../contract/silver-words.ts';
import { TableOfContents, type FileChild } from 'docx';
import { fullDate, londonMoment } from '../contract/dates.ts';
import type { PackFacts, PackFigure } from '../use-cases/evidence/pack-facts.ts';
import type { Assessed, AssessedLine } from '../use-cases/evidence/self-assessment.ts';
import {
  bullets,
  contentsHead,
  heading,
  note,
  quoted,
  table,
  title,
  wordBytes,
  words,
} from './doc-parts.ts';
import { evidenceOf } from './evidence-list.ts';
import { reasoning } from './reasoning.ts';
import {
  aboutPack,
  inNumbers,
  notYetMet,
  readiness,
  standing,
  stateNames,
  unsettledWords,
} from './words.ts';

/** The document that goes to the assessors: one section a line, Silver first. */
export async function evidenceDocument(facts: PackFacts): Promise<Uint8Array> {
  return wordBytes(
    {
      title: `Silver evidence: ${facts.organisation.name}`,
      subject: aboutPack(facts),
      organisation: facts.organisation.name,
      known: facts.known,
      contents: true,
    },
    [
      ...firstPage(facts),
      contentsHead(),
      new TableOfContents('Contents', {
        ...{ hyperlink: true, headingStyleRange: '1-2', beginDirty: false },
      }),
      ...facts.levels.flatMap(({ name, lines }) => [
        heading(1, name, true),
        ...lines.flatMap((line) => section(line, facts)),
      ]),
      ...verifying(facts),
    ],
  );
}

function firstPage(facts: PackFacts): FileChild[] {
  const { figures, unsettled, organisation, on } = facts;
  const lines = figures.filter(({ deliverable }) => deliverable);
  const ready = lines.filter((figure) => figure.ready).length;
  return [
    title('Silver evidence'),
    words(`${organisation.name}, ${fullDate(on)}`),
    words(framework.source),
    words(
      `${ready} of the ${lines.length} Silver lines ${ready === 1 ? 'has its' : 'have their'} evidence ready. The Assembly’s panel decides whether the level is reached.`,
    ),
    table(
      ['Silver line', 'Figure', 'Evidence'],
      lines.map((figure) => [
        `${figure.code} ${lineNames[figure.code]}`,
        inNumbers(figure),
        readiness(figure),
      ]),
      [5.2, 3.4, 2],
    ),
    ...(unsettled === 'none' ? [] : [heading(1, 'Exceptions'), words(unsettledWords(unsettled))]),
    heading(1, 'How to read this'),
    words(
      `The figures are for ${fullDate(on)}, from what was on record on ${londonMoment(facts.known)}. Each says how it is counted, and by which version of its rule. The framework’s own words have a blue line beside them.`,
    ),
    words(
      'The spreadsheet counts every figure again. People stand in it under numbers of its own, without name, band or place of work.',
    ),
  ];
}

function section(line: AssessedLine, facts: PackFacts): FileChild[] {
  const figures = facts.figures.filter(({ code }) => code === line.id || code === `${line.id}.met`);
  const todo = figures.flatMap((figure) => notYetMet(figure, facts));
  const evidence = evidenceOf(line.id, facts);
  return [
    heading(2, `${line.id} ${line.keyDriver}`),
    quoted(line.words),
    ...(figures.length === 0
      ? [words(`${capital(stateNames[line.state])}.`, 'Self-assessment:'), ...said(line)]
      : figures.flatMap((figure) => figureParts(figure, facts))),
    ...(todo.length === 0 ? [] : [heading(3, 'Not yet met'), ...bullets(todo)]),
    ...networksTable(line, facts),
    ...(evidence.length === 0 ? [] : [heading(3, 'Evidence'), ...bullets(evidence)]),
    heading(3, line.actions.length === 1 ? 'Supporting action' : 'Supporting actions'),
    ...line.actions.flatMap((action) => {
      const figure = facts.figures.find(({ code }) => code === action.id);
      return [
        quoted(action.words),
        ...(figure === undefined
          ? [words(`${capital(stateNames[action.state])}.`, action.id), ...said(action)]
          : figureParts(figure, facts)),
        ...bullets(evidenceOf(action.id, facts)),
      ];
    }),
  ];
}

function figureParts(figure: PackFigure, facts: PackFacts): FileChild[] {
  return [
    words(
      standing(figure, facts),
      `${figure.code} ${lineNames[figure.code]}: ${lower(readiness(figure))}.`,
    ),
    note(reasoning(figure, facts.on).join(' ')),
  ];
}

function networksTable(line: AssessedLine, { networks }: PackFacts): FileChild[] {
  const counting = networks.filter(({ countsForSilver }) => countsForSilver);
  if (line.id !== 'S4' || counting.length === 0) return [];
  return [
    heading(3, 'Each network'),
    table(
      ['Network', 'Meetings with an executive director'],
      counting.map(({ name, n }) => [name, String(n ?? 0)]),
      [6, 4],
    ),
  ];
}

function said({ on, evidence }: Assessed): FileChild[] {
  return [
    ...(on === undefined ? [] : [note(`Said on ${fullDate(on)}.`)]),
    ...(evidence === undefined ? [] : bullets([evidence])),
  ];
}

function verifying({ ledger }: PackFacts): FileChild[] {
  return [
    heading(1, 'How to check this pack'),
    words(
      'README.txt in the pack says how anybody can check that its files belong together and are as they were made.',
    ),
    words(
      ledger.sequence === 0
        ? 'No act is in the organisation’s ledger yet.'
        : `The organisation’s ledger stood at entry ${ledger.sequence}, whose hash is ${ledger.hash}. The organisation can show that its records still lead to it.`,
    ),
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
