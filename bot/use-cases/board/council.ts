import type { Council, CouncilRecord, Line } from '../../contract/board.ts';
import { lastPresented, presentedOn, withNetworks } from '../../domain/board/paper.ts';
import type { Paper, PaperKind } from '../../domain/board/paper.ts';
import {
  COUNCIL_MONTHS,
  councilOn,
  standingStatement,
  statementLines,
  type Statement,
  type StatementLine,
} from '../../domain/board/statement.ts';
import { BY_NOW, thingsAsKnown } from '../../domain/known.ts';
import { may } from '../../domain/permissions.ts';
import type { PlainDate } from '../../domain/time.ts';
import { readAsAt } from '../as-at.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { frameworkLine, supportingAction } from '../framework.ts';
import type { Caller } from '../ports.ts';

const COUNCIL_RULE = 'S1/1';

/** The paper that each line of the board's data asks for. */
const paperOf: Partial<Record<StatementLine, PaperKind>> = {
  'S5.a': 'staff-survey',
  'S5.b': 'quarterly-review',
};

/** The leadership council, and what the organisation says of the lines that it assesses itself. */
export async function council(house: House, caller: Caller): Promise<Shown<Council>> {
  const read = await readAsAt(house, caller, {}, ['see-council']);
  if (read.kind === 'refused') return read;
  const { on, who } = read;
  const kinds = ['council', 'statement', 'paper'] as const;
  const things = thingsAsKnown(await house.records.things(caller.organisation, kinds), BY_NOW);
  const { terms, meetings, metLately } = councilOn(things.council[0], on);
  return {
    kind: 'shown',
    view: {
      on,
      ...(terms === undefined ? {} : { terms: asRecord(terms) }),
      meetings: meetings.map(asRecord),
      metLately,
      months: COUNCIL_MONTHS,
      lines: statementLines.map((line) => asLine(line, things.statement, things.paper, on)),
      mayKeep: may('keep-council', who) && may('assess-lines', who),
      why: { framework: frameworkLine('S1').directDeliverable, rule: COUNCIL_RULE },
    },
  };
}

function asLine(
  line: StatementLine,
  statements: readonly Statement[],
  papers: readonly Paper[],
  on: PlainDate,
): Line {
  const statement = statements.find(({ id }) => id === line);
  const said = standingStatement(statement, on);
  const kind = paperOf[line];
  const paper = kind === undefined ? undefined : lastPresented(papers, kind, on);
  const date = paper && presentedOn(paper);
  return {
    line,
    framework: supportingAction(line),
    ...(said === undefined
      ? {}
      : {
          said: {
            move: `${line}~${said.move}`,
            state: said.state,
            date: said.on,
            ...(said.evidence === undefined ? {} : { evidence: said.evidence }),
          },
        }),
    ...(paper === undefined || date === undefined
      ? {}
      : { paper: { date, networks: withNetworks(paper) } }),
  };
}

function asRecord(record: { on: PlainDate; document: string; move: number }): CouncilRecord {
  return { move: `council~${record.move}`, date: record.on, document: record.document };
}
