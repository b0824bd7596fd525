import type { SilverCode } from '../contract/silver.ts';
import type { PackFacts, PackFigure } from '../use-cases/evidence/pack-facts.ts';
import { factTables, type Cell, type Formula, type TableName } from './tables.ts';
import { lineNames } from '../contract/silver-words.ts';
import { paperNames } from './words.ts';

type Row = readonly (Cell | Formula)[];

/** S2 and S2.met: whether a percentage was reported, and of which year. */
export const REPORT_OF = 'Report of the year from';

export const figureColumns = [
  ...['Code', 'Figure', 'Days after', 'Up to', 'n', 'N', 'n counted again', 'N counted again'],
  ...['Check', 'Evidence ready', 'Ready again', 'Rule', 'Reading', REPORT_OF],
];

/** The app's figures, each beside what a formula counts from this file's facts. */
export function figureRows(facts: PackFacts): Row[] {
  const column = columnsOf(facts);
  return facts.figures.map((figure, index): Row => {
    const row = index + 2;
    const { n, of } = countedAgain(figure.code, row, column);
    return [
      figure.code,
      lineNames[figure.code],
      figure.after === undefined ? undefined : { day: figure.after },
      { day: facts.on },
      figure.n,
      figure.of,
      { formula: n, value: figure.n },
      { formula: of, value: figure.of },
      {
        formula: `IF(AND(E${row}=G${row},F${row}=H${row},J${row}=K${row}),"agrees","differs")`,
        value: 'agrees',
      },
      figure.ready ? 'yes' : 'no',
      {
        formula: `IF(${readyAgain(figure, row, column)},"yes","no")`,
        value: figure.ready ? 'yes' : 'no',
      },
      figure.rule,
      figure.ours ? 'the app’s own' : 'the framework’s',
      figure.reportYear === undefined ? undefined : { day: figure.reportYear },
    ];
  });
}

export const networkColumns = ['Network', 'n', 'n counted again'];

/** S4 of each network that counts; the organisation's is the lowest. */
export function networkRows(facts: PackFacts): Row[] {
  const column = columnsOf(facts);
  const s4 = facts.figures.findIndex(({ code }) => code === 'S4') + 2;
  const [network, day, came] = [1, 2, 3].map((index) => column('S4 meetings', index));
  return facts.networks
    .filter(({ countsForSilver }) => countsForSilver)
    .map(({ name, n }, index): Row => {
      // EXACT: a name may hold what COUNTIFS takes for a sign.
      const again = `SUMPRODUCT(--EXACT(${network},$A${index + 2}),--(${day}>Figures!$C$${s4}),--(${day}<=Figures!$D$${s4}),--(${came}>0))`;
      return [name, n ?? 0, { formula: again, value: n ?? 0 }];
    });
}

type Columns = (table: TableName, index: number) => string;

/** A table's column as formulas name it, from its first row of facts to its last. */
function columnsOf(facts: PackFacts): Columns {
  const tables = factTables(facts);
  return (table, index) => {
    const letter = String.fromCodePoint(65 + index);
    const last = Math.max(2, tables[table].rows.length + 1);
    return `'${table}'!$${letter}$2:$${letter}$${last}`;
  };
}

function countedAgain(code: SilverCode, row: number, column: Columns): { n: string; of: string } {
  const within = (days: string) => `${days},">"&$C${row},${days},"<="&$D${row}`;
  const upTo = (days: string) => `${days},"<="&$D${row}`;
  const any = (conditions: string) => `IF(COUNTIFS(${conditions})>0,1,0)`;
  const said = any(
    `${column('Statements', 0)},"${code}",${column('Statements', 1)},"in place",${column('Statements', 3)},"?*",${upTo(column('Statements', 2))}`,
  );
  const paper = (kind: keyof typeof paperNames, withNetworks: boolean) =>
    any(
      `${column('S5 papers', 0)},"${paperNames[kind]}",${within(column('S5 papers', 1))}${
        withNetworks ? `,${column('S5 papers', 3)},"yes"` : ''
      }`,
    );
  switch (code) {
    case 'S1': {
      const [what, day] = [column('S1 council', 0), column('S1 council', 1)];
      const terms = any(`${what},"terms approved",${upTo(day)}`);
      return { n: `${terms}+${any(`${what},"met",${within(day)}`)}`, of: '2' };
    }
    case 'S2':
      return {
        n: `COUNTIF(${column('S2 goals', 1)},"yes")`,
        of: `COUNTA(${column('S2 goals', 0)})`,
      };
    case 'S2.met':
      return {
        n: `COUNTIF(${column('S2.met outcomes', 1)},"achieved")`,
        of: `COUNTA(${column('S2.met outcomes', 0)})`,
      };
    case 'S3':
      return {
        n: `COUNTIFS(${within(column('S3 education', 1))})`,
        of: `COUNTA(${column('S3 education', 0)})`,
      };
    case 'S3.b':
      return {
        n: `COUNTIF(${column('S3.b mentoring', 1)},"yes")`,
        of: `COUNTA(${column('S3.b mentoring', 0)})`,
      };
    case 'S4':
      return { n: `MIN('S4 networks'!$C$2:$C$200)`, of: '4' };
    case 'S4.a':
      return { n: `COUNTIFS(${within(column('S4.a heard', 0))})`, of: '1' };
    case 'S5':
      return {
        n: `${paper('wres', false)}+${paper('workforce-by-ethnic-group', false)}`,
        of: '2',
      };
    case 'S5.a':
      return { n: `${paper('staff-survey', true)}+${said}`, of: '2' };
    case 'S5.b':
      return { n: `${paper('quarterly-review', true)}+${said}`, of: '2' };
    default:
      return { n: said, of: '1' };
  }
}

function readyAgain({ code, reportYear }: PackFigure, row: number, column: Columns): string {
  const [n, of] = [`G${row}`, `H${row}`];
  const reported =
    reportYear === undefined
      ? 'FALSE'
      : `COUNTIFS(${column('S2 reports', 0)},$N${row},${column('S2 reports', 1)},"<="&$D${row})>0`;
  switch (code) {
    case 'S2':
      return `AND(${of}>0,${n}=${of},${reported})`;
    case 'S2.met':
      return `AND(${of}>0,${reported})`;
    case 'S3.b':
      return `AND(${of}>0,4*${n}>=3*${of})`;
    case 'S4':
    case 'S4.a':
      return `${n}>=${of}`;
    default:
      return `AND(${of}>0,${n}=${of})`;
  }
}
