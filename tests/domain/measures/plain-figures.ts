// Every Silver figure worked out a second time, from the words of the specification alone: naive,
// slow, and without a line of bot/domain but its types.
import type { Frame, Meeting, Person } from '../../../bot/domain/facts.ts';
import type { Things } from '../../../bot/domain/things.ts';
import { dayOf, plusDays, plusMonths, within, yearStart } from './plain-days.ts';
import { whoCounts } from './plain-people.ts';

export interface PlainFigure {
  n: number;
  of: number;
  ready: boolean;
  beside?: Record<string, unknown>;
}

interface Facts {
  people: readonly Person[];
  frame: Frame;
  things: Things;
}

type Moved = { readonly at: string };
const knownBy = <Move extends Moved>(moves: readonly Move[], known: string): Move[] =>
  moves.filter(({ at }) => at <= known);
const lastBy = <Move extends Moved>(moves: readonly Move[], known: string): Move | undefined =>
  knownBy(moves, known).at(-1);
/** "Taken back" undoes the move before it that still stands. */
function undone<Move extends { to: string }>(moves: readonly Move[], passedOver: string[]): Move[] {
  const left: Move[] = [];
  for (const move of moves) {
    if (move.to === 'taken-back') left.pop();
    else if (!passedOver.includes(move.to)) left.push(move);
  }
  return left;
}

/** For a moment at which things are known; then for each day. */
export function plainFigures({ people, frame, things }: Facts, known: string) {
  const who = whoCounts(people, frame, known);
  const { yearStartMonth, appraisalStartMonth = yearStartMonth } = frame.settings;
  const networks = frame.networks.filter(
    (each) => each.recordedAt <= known && each.countsForSilver,
  );
  const meetings = new Map<string, Meeting>();
  for (const each of frame.meetings) {
    const before = meetings.get(each.id);
    if (each.recordedAt > known) continue;
    if (before === undefined || before.recordedAt <= each.recordedAt) meetings.set(each.id, each);
  }
  const boardDay = new Map(
    frame.boardMeetings
      .filter((each) => each.recordedAt <= known)
      .map((each) => [each.id, each.date]),
  );
  const goalsOf = (person: Person, year: string) =>
    person.goals
      .filter((goal) => goal.year === year)
      .map((goal) => ({
        due: goal.due,
        moves: undone(knownBy(goal.moves, known), ['shared', 'unshared']),
      }))
      .filter(({ moves }) => moves.length > 0);
  type Moves = ReturnType<typeof goalsOf>[0]['moves'];
  function agreedBy(moves: Moves, day: string): boolean {
    const then = moves.filter(({ at }) => dayOf(at) <= day);
    const text = then.filter(({ to }) => to === 'drafted').at(-1)?.version;
    const by = (to: string) => then.some((move) => move.to === to && move.version === text);
    return text !== undefined && by('agreed-by-leader') && by('agreed-by-manager');
  }
  /** Some text of it, by both. */
  function everAgreedBy(moves: Moves, day: string): boolean {
    const then = moves.filter(({ at }) => dayOf(at) <= day);
    return then.some(({ to, version: text }) => {
      const by = (side: string) => then.some((each) => each.to === side && each.version === text);
      return to === 'drafted' && by('agreed-by-leader') && by('agreed-by-manager');
    });
  }
  /** How it went, said of the newest text. */
  const wordsOn = (moves: Moves) =>
    moves
      .slice(moves.map(({ to }) => to).lastIndexOf('drafted') + 1)
      .filter(({ to }) => ['proposed', 'confirmed', 'disputed'].includes(to));
  function reported(year: string, on: string) {
    const moves = things['goal-report']
      .filter((each) => each.year === year)
      .flatMap((r) => r.moves);
    const last = knownBy(moves, known)
      .filter((move) => move.on <= on)
      .at(-1);
    return last?.to === 'reported' ? last : undefined;
  }
  function met(year: string, on: string): { n: number; of: number; paused: number } {
    let [n, of, paused] = [0, 0, 0];
    for (const person of people) {
      for (const { due, moves } of goalsOf(person, year)) {
        if (due > on || !everAgreedBy(moves, due)) continue;
        if (who.lastDay(person, due) !== undefined) continue;
        const then = moves.filter(({ at }) => dayOf(at) <= due);
        if (who.out(person, due, appraisalStartMonth) && wordsOn(then).length === 0) {
          paused += 1;
          continue;
        }
        of += 1;
        const said = wordsOn(moves);
        const leader = said.filter(({ to }) => to === 'proposed').at(-1)?.outcome;
        const manager = said.filter(({ to }) => to === 'confirmed' || to === 'disputed').at(-1);
        if (leader === 'achieved' && manager?.outcome === 'achieved') n += 1;
      }
    }
    return { n, of, paused };
  }
  /** Days of verified history of that kind. */
  const shown = (person: Person, what: string) =>
    person.history.filter(
      (each) => each.what === what && lastBy(each.moves, known)?.to === 'verified',
    );
  const mentoringDays = new Map(people.map((person) => [person.id, daysMet(person)]));
  function daysMet(person: Person): string[] {
    const days = shown(person, 'mentoring-session').map(({ on }) => on as string);
    for (const { mentor, director, moves } of things.pair) {
      if (person.id !== mentor && person.id !== director) continue;
      const saysBy = (one: string, day: string) =>
        knownBy(moves, known)
          .filter(
            ({ by, on, to }) => by === one && on === day && (to === 'met' || to === 'not-met'),
          )
          .at(-1)?.to === 'met';
      for (const { on } of moves) {
        if (on !== undefined && saysBy(mentor, on) && saysBy(director, on)) days.push(on);
      }
    }
    return days;
  }
  const presented = things.paper.flatMap((paper) => {
    const last = lastBy(paper.moves, known);
    if (last?.to !== 'presented' || last.on === undefined) return [];
    return [{ kind: paper.kind, on: last.on, networks: last.networks === true }];
  });
  /** Moves of what the organisation says, but for those that a later one took back. */
  function standing<Move extends Moved & { to: string; on: string; takes?: number }>(
    moves: readonly Move[],
    on: string,
  ): Move[] {
    const all = knownBy(moves, known);
    return all.filter(
      (move, at) =>
        move.to !== 'taken-back' && move.on <= on && !all.some(({ takes }) => takes === at),
    );
  }

  return function figuresOn(on: string): Record<string, PlainFigure> {
    const figures: Record<string, PlainFigure> = {};

    const council = standing(
      things.council.flatMap(({ moves }) => moves),
      on,
    );
    const terms = council.some(({ to }) => to === 'terms-approved');
    const sat = council.some((move) => move.to === 'met' && within(move.on, on, 6));
    figures['S1'] = { n: Number(terms) + Number(sat), of: 2, ready: terms && sat };

    const inPlace = (line: string): boolean => {
      const said = things.statement.filter(({ id }) => id === line).flatMap(({ moves }) => moves);
      const last = standing(said, on).at(-1);
      return last?.to === 'in-place' && last.evidence !== undefined;
    };
    for (const line of ['S1.a', 'S1.b', 'S1.c']) {
      figures[line] = { n: Number(inPlace(line)), of: 1, ready: inPlace(line) };
    }

    const year = yearStart(on, appraisalStartMonth);
    const lastYear = plusMonths(year, -12);
    const asked = people.map((person) => ({ person, asked: who.asked(person, on) }));
    const eligible = asked.filter((each) => each.asked === 'yes').map(({ person }) => person);
    const agreed = eligible.filter((person) =>
      goalsOf(person, year).some(({ moves }) => agreedBy(moves, on)),
    ).length;
    figures['S2'] = {
      n: agreed,
      of: eligible.length,
      ready:
        eligible.length > 0 && agreed === eligible.length && reported(lastYear, on) !== undefined,
      beside: Object.fromEntries(
        ['grace', 'away', 'acting-up', 'unknown-grade']
          .map((why) => [why, asked.filter((each) => each.asked === why).length] as const)
          .filter(([, count]) => count > 0),
      ),
    };

    const fellDue = met(year, on);
    const ofYear = fellDue.of > 0 ? year : lastYear;
    const { paused, ...goals } = fellDue.of > 0 ? fellDue : met(lastYear, on);
    figures['S2.met'] = {
      ...goals,
      ready: goals.of > 0 && reported(ofYear, on) !== undefined,
      beside: { year: ofYear, paused, reported: reported(ofYear, on)?.n },
    };

    const executives = people.filter(
      (person) =>
        who.holds(person.id, 'executive-director', on) &&
        who.lastDay(person, on) === undefined &&
        !who.out(person, on, yearStartMonth),
    );
    const educated = executives.filter((person) =>
      [
        ...shown(person, 'education'),
        ...person.education.filter((each) => lastBy(each.moves, known)?.to === 'verified'),
      ].some((each) => within(each.on, on, 36)),
    ).length;
    figures['S3'] = {
      n: educated,
      of: executives.length,
      ready: executives.length > 0 && educated === executives.length,
    };

    const cohort = people
      .map((person) => ({ person, why: who.mentored(person, on) }))
      .filter(({ person, why }) => why !== 'no' && !who.out(person, on, yearStartMonth));
    const mentored = cohort.filter(({ person }) =>
      mentoringDays.get(person.id)?.some((day) => within(day, on, 36)),
    ).length;
    figures['S3.b'] = {
      n: mentored,
      of: cohort.length,
      ready: cohort.length > 0 && mentored * 4 >= cohort.length * 3,
      beside: { flagged: cohort.filter(({ why }) => why === 'flagged').length },
    };

    const coverage = networks.map(({ id }) => {
      const covered: { day: string; app: boolean }[] = [];
      for (const meeting of meetings.values()) {
        const ended = `${meeting.date}T${meeting.end}` <= `${on}T23:59`;
        if (meeting.network !== id || meeting.cancelled === true || !ended) continue;
        const there = people.some(
          (person) =>
            who.holds(person.id, 'executive-director', meeting.date) &&
            person.claims.some(
              (claim) =>
                claim.meeting === meeting.id && lastBy(claim.moves, known)?.to === 'confirmed',
            ),
        );
        if (there) covered.push({ day: meeting.date, app: true });
      }
      for (const person of people) {
        for (const entry of shown(person, 'attendance')) {
          if (entry.network !== id || entry.on > on) continue;
          if (!who.holds(person.id, 'executive-director', entry.on)) continue;
          if (covered.some(({ day }) => day === entry.on)) continue;
          const calendar = [...meetings.values()].filter(
            (each) => each.network === id && each.date === entry.on,
          );
          if (calendar.length > 0 && calendar.every(({ cancelled }) => cancelled === true))
            continue;
          covered.push({ day: entry.on, app: false });
        }
      }
      return {
        network: id,
        n: covered.filter(({ day }) => within(day, on, 12)).length,
        thisYear: covered.filter(({ day }) => yearStart(on, yearStartMonth) <= day).length,
        before: covered.filter(({ day, app }) => !app && within(day, on, 12)).length,
      };
    });
    const lowest = coverage.length === 0 ? 0 : Math.min(...coverage.map(({ n }) => n));
    figures['S4'] = {
      n: lowest,
      of: 4,
      ready: lowest >= 4,
      beside: {
        networks: coverage,
        thisYear: coverage.length === 0 ? 0 : Math.min(...coverage.map((each) => each.thisYear)),
      },
    };

    const spoke: string[] = [];
    const counts = (network: string, person: string, day: string): boolean => {
      if (!networks.some(({ id }) => id === network)) return false;
      const chaired = people.some((each) => who.holds(each.id, 'network-chair', day, network));
      return who.holds(person, chaired ? 'network-chair' : 'network-deputy', day, network);
    };
    for (const item of things['agenda-item']) {
      for (const move of undone(knownBy(item.moves, known), ['edited'])) {
        const day = boardDay.get(move.meeting ?? '');
        if (move.to !== 'discussed' || move.attended === undefined || day === undefined) continue;
        if (counts(item.network, move.attended, day)) spoke.push(day);
      }
    }
    for (const made of things.contribution) {
      if (lastBy(made.moves, known)?.to !== 'recorded') continue;
      if (counts(made.network, made.person, made.on)) spoke.push(made.on);
    }
    const thisYear = spoke.filter((day) => yearStart(on, yearStartMonth) <= day && day <= on);
    const boards = new Set(thisYear).size;
    figures['S4.a'] = { n: boards, of: 1, ready: boards >= 1 };

    const kinds = ['wres', 'workforce-by-ethnic-group'];
    const lately = presented.filter((paper) => within(paper.on, on, 12));
    const data = kinds.filter((kind) => lately.some((paper) => paper.kind === kind)).length;
    let quarter = yearStart(on, yearStartMonth);
    while (plusMonths(quarter, 3) <= on) quarter = plusMonths(quarter, 3);
    const quarters = [-9, -6, -3, 0].map((months) => {
      const start = plusMonths(quarter, months);
      const end = plusDays(plusMonths(start, 3), -1);
      return presented.some(
        (paper) =>
          kinds.includes(paper.kind) && start <= paper.on && paper.on <= end && paper.on <= on,
      );
    });
    figures['S5'] = { n: data, of: 2, ready: data === 2, beside: { quarters } };

    for (const [line, kind] of [
      ['S5.a', 'staff-survey'],
      ['S5.b', 'quarterly-review'],
    ] as const) {
      const paper = lately.some((each) => each.kind === kind && each.networks);
      figures[line] = {
        n: Number(paper) + Number(inPlace(line)),
        of: 2,
        ready: paper && inPlace(line),
      };
    }
    return figures;
  };
}
