import type { Act } from '../../contract/acts.ts';
import { mentoringVerbs } from '../../contract/mentoring.ts';
import type { ActOutcome } from '../doors.ts';

interface Line {
  readonly person?: string;
  readonly verb?: string;
  readonly outcomes?: readonly string[];
}

const kept: readonly string[] = mentoringVerbs;

/**
 * What the log says of an act. Of a mentoring act neither which it was nor whose: taking part is
 * nobody's business, and who answered whom would tell the pair. The pair's own row has it. Whoever
 * asks for a pair that isn't theirs, or may not propose one, is named.
 */
export function logged<About extends Line>(
  about: About,
  act: Act,
  outcomes: readonly ActOutcome[],
): About | (Omit<About, 'person'> & Line) {
  const codes = outcomes.map(({ outcome }) =>
    outcome.kind === 'refused' ? outcome.because : outcome.kind,
  );
  if (!kept.includes(act.verb)) return { ...about, verb: act.verb, outcomes: codes };
  const isStrange = codes.every((code) => code === 'no-such-pair' || code === 'not-allowed');
  return {
    ...(isStrange ? about : unnamed(about)),
    verb: 'mentoring',
    outcomes: outcomes.map(({ outcome }) => outcome.kind),
  };
}

/** The same line without whose it is. */
export function unnamed<About extends Line>(about: About): Omit<About, 'person'> {
  const { person: _, ...rest } = about;
  return rest;
}
