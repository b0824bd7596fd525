import type { RequestFacts, Telemetry } from '../telemetry.ts';
import type { Tally } from './tally.ts';

/** The same telemetry, counted as well: whoever tells of something need not know that it is. */
export function counted(log: Telemetry, tally: Tally): Telemetry {
  /** An answered turn that told somebody to try again has two lines; it is one request. */
  const request = (facts: RequestFacts, how: 'answered' | 'refused' | 'failed'): void => {
    const { route, status, ms, verb, outcomes = [] } = facts;
    tally.count('silver.requests', { route, status: `${Math.floor(status / 100)}xx` });
    tally.time('silver.requests.duration', ms, { route });
    if (route === '/api/messages') tally.count('silver.turns', { how });
    // What became of a meeting's event is no refusal.
    if (verb?.startsWith('meeting-')) return;
    for (const code of outcomes) {
      if (code !== 'done' && code !== 'already') tally.count('silver.refusals', { code });
    }
  };
  return {
    ...log,
    requestAnswered(facts) {
      log.requestAnswered(facts);
      request(facts, 'answered');
    },
    requestRefused(facts) {
      log.requestRefused(facts);
      request(facts, 'refused');
      tally.count('silver.refusals', { code: facts.because });
    },
    requestFaulted(facts) {
      log.requestFaulted(facts);
      // In a turn that was answered the person has read of it: the turn's own line follows.
      if (facts.status >= 500) request(facts, 'failed');
      tally.count('silver.requests.failed', { route: facts.route, code: facts.because });
    },
    nudgePlanned(what) {
      log.nudgePlanned(what);
      tally.count('silver.nudges', { state: 'planned' });
    },
    nudgeEnded(what) {
      log.nudgeEnded(what);
      tally.count('silver.nudges', { state: what.state });
    },
    nudgePutOff(what) {
      log.nudgePutOff(what);
      tally.count('silver.nudges', { state: 'put-off' });
    },
    nudgesFaulted(what) {
      log.nudgesFaulted(what);
      tally.count('silver.nudges.faults');
    },
    ledgerConflict(what) {
      log.ledgerConflict(what);
      tally.count('silver.ledger.conflicts', { ending: what.ending });
    },
    ledgerVerified(what) {
      log.ledgerVerified(what);
      if (what.faults.length > 0) tally.count('silver.ledger.faults', {}, what.faults.length);
    },
  };
}
