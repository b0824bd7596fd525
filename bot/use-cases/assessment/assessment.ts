import type { ActContext } from '../../domain/act-context.ts';
import type {
  AssessedEvidence,
  AssessedLine as LineView,
  AssessedStep,
  Assessment,
} from '../../contract/assessment.ts';
import { lastEvidenceMove, type Evidence } from '../../domain/assessment/evidence.ts';
import {
  approverOf,
  judgeApprove,
  judgeReady,
  judgeReturn,
  judgeTakeBackEvidence,
  judgeWithdrawEvidence,
} from '../../domain/assessment/judge-evidence.ts';
import { isMeasured, levels } from '../../domain/assessment/lines.ts';
import type { PersonId } from '../../domain/facts.ts';
import { BY_NOW, personAsKnown, thingsAsKnown } from '../../domain/known.ts';
import { may } from '../../domain/permissions.ts';
import { thingKinds } from '../../domain/things.ts';
import { readAsAt } from '../as-at.ts';
import { contextOf, type House } from '../context.ts';
import type { AsAt, Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import type { Caller } from '../ports.ts';
import { assessmentOf, inPlaceOf, type AssessedLine } from './assessment-of.ts';

type NameOf = (id: PersonId) => string;

/** Every line of the framework, where it stands, and what shows it. */
export async function assessment(
  house: House,
  caller: Caller,
  asAt: AsAt,
): Promise<Shown<Assessment>> {
  const [read, { people }, things] = await Promise.all([
    readAsAt(house, caller, asAt, ['see-assessment']),
    house.records.people(caller.organisation),
    house.records.things(caller.organisation, thingKinds),
  ]);
  if (read.kind === 'refused') return read;
  const { on, asked, known, frame, who } = read;
  const lines = assessmentOf({
    people: known === BY_NOW ? people : people.map((person) => personAsKnown(person, known)),
    frame,
    things: thingsAsKnown(things, known),
    on,
  });
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  const name: NameOf = (id) => names.get(id) ?? '';
  // What may be done is done today: of another day nothing is offered.
  const isNow = asAt.on === undefined && asAt.known === undefined;
  const context = isNow ? contextOf(house, caller, { now: house.clock.now(), frame }) : undefined;
  return {
    kind: 'shown',
    view: {
      on,
      known: asked,
      levels: levels.map((level) => {
        const ofLevel = lines.filter((line) => line.level === level);
        return {
          level,
          ...inPlaceOf(ofLevel),
          lines: ofLevel.map((line) => lineView(line, on, name, context)),
        };
      }),
      mayAssess: isNow && may('assess-lines', who),
      mayDraft: isNow && may('draft-evidence', who),
    },
  };
}

function lineView(
  line: AssessedLine,
  on: Assessment['on'],
  name: NameOf,
  context: ActContext | undefined,
): LineView {
  const { code, deliverable, keyDriver, words, checklist, state, figure, said } = line;
  return {
    ...{ line: code, deliverable, keyDriver, framework: words, state, measured: isMeasured(code) },
    ...(checklist === undefined ? {} : { checklist }),
    ...(figure === undefined
      ? {}
      : { figure: { n: figure.n, of: figure.of, ready: figure.ready, rule: figure.rule } }),
    ...(said === undefined
      ? {}
      : {
          said: {
            move: `${code}~${said.move}`,
            state: said.state,
            date: said.on,
            ...(said.evidence === undefined ? {} : { evidence: said.evidence }),
          },
        }),
    ...(line.owner === undefined ? {} : { owner: { id: line.owner, name: name(line.owner) } }),
    ...(line.review === undefined ? {} : { review: line.review }),
    ...(line.note === undefined ? {} : { note: line.note }),
    evidence: line.evidence.flatMap((each) => evidenceView(each, on, name, context)),
    history: historyOf(line, on, name),
  };
}

function evidenceView(
  evidence: Evidence,
  on: Assessment['on'],
  name: NameOf,
  context: ActContext | undefined,
): AssessedEvidence[] {
  const last = lastEvidenceMove(evidence, on as Evidence['on']);
  if (last === undefined || last.to === 'withdrawn') return [];
  const { id, title, shows } = evidence;
  const mine = context === undefined ? [] : mayDo(evidence, context);
  const takeBack =
    context !== undefined && judgeTakeBackEvidence(evidence, last.move, context).kind === 'done';
  return [
    {
      ...{ id, title, date: evidence.on, state: last.to, since: last.on, by: name(last.by) },
      shows:
        shows.kind === 'link'
          ? { kind: 'link', address: shows.address }
          : { kind: 'file', name: shows.name, size: shows.size },
      ...(last.reason === undefined ? {} : { reason: last.reason }),
      ...(last.to === 'approved' || context === undefined
        ? {}
        : { awaits: approverOf(evidence, context) }),
      may: mine,
      ...(takeBack ? { takeBack: `${id}~${last.move}` } : {}),
    },
  ];
}

/** Asked of the verdicts themselves, so that no button offers what would be refused. */
function mayDo(evidence: Evidence, context: ActContext): AssessedEvidence['may'] {
  const verdicts = {
    ready: judgeReady(evidence, context),
    approve: judgeApprove(evidence, context),
    return: judgeReturn(evidence, '', context),
    withdraw: judgeWithdrawEvidence(evidence, context),
  };
  return (['ready', 'approve', 'return', 'withdraw'] as const).filter(
    (what) => verdicts[what].kind === 'done',
  );
}

/** Every move of the line and of its evidence up to that day, newest first. */
function historyOf(line: AssessedLine, on: Assessment['on'], name: NameOf): AssessedStep[] {
  const until = <Move extends { on: string }>(moves: readonly Move[]): Move[] =>
    moves.filter((move) => move.on <= on);
  const said = until(line.moves).map(({ to, at, by }) => {
    return { at, by: name(by), what: to === 'taken-back' ? 'line-taken-back' : to } as const;
  });
  const shown = line.everyEvidence.flatMap(({ title, moves }) =>
    until(moves).map(({ to, at, by }) => ({ at, by: name(by), what: to, title })),
  );
  return [...said, ...shown].toSorted((a, b) => (a.at > b.at ? -1 : 1));
}
