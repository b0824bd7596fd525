import { isThere } from '../../domain/settings/judge-network.ts';
import type { SilverCode } from '../../contract/silver.ts';
import { factsBehind } from '../../domain/evidence/facts-behind.ts';
import type { OrganisationRef, Person } from '../../domain/facts.ts';
import { appraisalYear } from '../../domain/goals/goal.ts';
import { BY_NOW, frameAsKnown, personAsKnown, thingsAsKnown } from '../../domain/known.ts';
import type { Known } from '../../domain/measures/figure.ts';
import { goalsMetFigure } from '../../domain/measures/goals.ts';
import { may } from '../../domain/permissions.ts';
import { fewOrMany, type FewOrMany } from '../../domain/suppression.ts';
import { thingKinds } from '../../domain/things.ts';
import { addMonths, londonDate, type Instant, type PlainDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import type { AsAt } from '../doors.ts';
import type { Auditor, Caller, Clock, Records } from '../ports.ts';
import { silverLines } from '../silver.ts';
import { networkAsks } from './network-asks.ts';
import type { PackFacts, PackFigure, Packs } from './pack-facts.ts';
import { periodAfter } from './periods.ts';
import { assessedLevels, selfAssessment } from './self-assessment.ts';

export interface PackPorts {
  readonly records: Pick<Records, 'frame' | 'people' | 'things'>;
  readonly auditor: Pick<Auditor, 'headAt'>;
  readonly packs: Packs;
  readonly clock: Clock;
}

export type PackOutcome =
  | { kind: 'made'; name: string; bytes: Uint8Array; unsettled: FewOrMany }
  | {
      kind: 'refused';
      because: 'not-yours' | 'not-in-the-future' | 'before-the-first-fact' | 'nothing-known-then';
    };

/** The pack for whoever asks in the tab: the EDI lead. */
export async function evidencePack(house: House, caller: Caller, asAt: AsAt): Promise<PackOutcome> {
  const frame = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW);
  const who = { person: caller.person, roles: frame.roles, on: londonDate(house.clock.now()) };
  return may('take-evidence-pack', who)
    ? makePack(house, caller.organisation, asAt)
    : { kind: 'refused', because: 'not-yours' };
}

/** The same D and K give the same bytes, whenever and by whomever they are asked for. */
export async function makePack(
  ports: PackPorts,
  organisation: OrganisationRef,
  asAt: AsAt,
): Promise<PackOutcome> {
  const now = ports.clock.now();
  const today = londonDate(now);
  const on = asAt.on ?? today;
  if (on > today || (asAt.known !== undefined && londonDate(asAt.known) > today)) {
    return { kind: 'refused', because: 'not-in-the-future' };
  }
  // The end of today is still to come: what is known by then is not known yet.
  const asked = asAt.known !== undefined && asAt.known <= now ? asAt.known : undefined;
  const ledger = await ports.auditor.headAt(organisation, asked ?? BY_NOW);
  // What was recorded last may be a little ahead of this clock.
  const known = asked ?? (ledger.at > now ? ledger.at : now);
  const [recorded, { people }, things] = await Promise.all([
    ports.records.frame(organisation),
    ports.records.people(organisation),
    ports.records.things(organisation, thingKinds),
  ]);
  const read: Known = {
    people: people.map((person) => personAsKnown(person, known)),
    frame: frameAsKnown(recorded, known, on),
    things: thingsAsKnown(things, known),
    on,
  };
  const first = firstFact(read.people);
  if (first === undefined) return { kind: 'refused', because: 'nothing-known-then' };
  if (on < first) return { kind: 'refused', because: 'before-the-first-fact' };
  const facts = packFacts(read, { known, ledger, code: organisation.code });
  return {
    kind: 'made',
    name: `silver-evidence-${organisation.code}-${on}.zip`,
    bytes: await ports.packs.make(facts),
    unsettled: facts.unsettled,
  };
}

export function packFacts(
  known: Known,
  about: { known: Instant; ledger: PackFacts['ledger']; code: string },
): PackFacts {
  const { frame, things, on } = known;
  const { settings } = frame;
  const lines = silverLines(known, { spellsOut: true });
  const goalYear = goalsMetFigure(known).year;
  const facts = factsBehind(known, goalYear);
  const { start } = appraisalYear(settings, on);
  const reportYears: Partial<Record<SilverCode, PlainDate>> = {
    S2: addMonths(start, -12),
    'S2.met': goalYear,
  };
  const unsettled = lines
    .flatMap(({ exclusions = [] }) => exclusions)
    .filter(({ why }) => why === 'unknown-grade')
    .reduce((sum, { count }) => sum + count, 0);
  return {
    organisation: { name: settings.name, code: about.code },
    on,
    known: about.known,
    ledger: about.ledger,
    levels: assessedLevels(selfAssessment(known)),
    figures: lines.map((line): PackFigure => {
      const {
        exclusions = [],
        excluded: _,
        unsettled: __,
        flagged: ___,
        networks: ____,
        ...figure
      } = line;
      const after = periodAfter(line.code, on, settings);
      const outside = exclusions
        .filter(({ why }) => why !== 'unknown-grade')
        .reduce((sum, { count }) => sum + count, 0);
      const reportYear = reportYears[line.code];
      return {
        ...figure,
        outside: fewOrMany(outside),
        ...(after === undefined ? {} : { after }),
        ...(reportYear === undefined ? {} : { reportYear }),
      };
    }),
    unsettled: fewOrMany(unsettled),
    facts,
    networks: frame.networks
      .map((each) => {
        const { id, name } = each;
        const countsForSilver = each.countsForSilver && isThere(each, on);
        const n = lines
          .flatMap(({ networks = [] }) => networks)
          .find(({ network }) => network === id)?.n;
        const asks = networkAsks(things['agenda-item'], id, frame, on);
        return { id, name, countsForSilver, asks, ...(n === undefined ? {} : { n }) };
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The first day of which the organisation's staff list or its roles say anything. */
function firstFact(people: readonly Person[]): PlainDate | undefined {
  return people
    .flatMap(({ assignments, roles }) => [...assignments, ...roles].map(({ on }) => on))
    .toSorted()[0];
}
