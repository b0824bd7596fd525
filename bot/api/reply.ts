import type { Act, ActAnswer, Refusal } from '../contract/acts.ts';
import { unlinkedWords } from '../contract/unlinked.ts';
import type { ActOutcome, Identified, Shown } from '../use-cases/doors.ts';
import type { PackOutcome } from '../use-cases/evidence/pack.ts';
import type { About, Answer, ErrorAnswer } from './answer.ts';
import type { Body } from './body.ts';
import type { Troubles } from './health.ts';
import type { TokenFault } from './identity.ts';
import type { Query } from './query.ts';
import {
  bodyWords,
  fieldWords,
  fileNameWords,
  noSuchDateWords,
  notYoursWords,
  outcomeWords,
  packWords,
  queryWords,
  words,
} from './words.ts';

type Unknown = Extract<Identified, { kind: 'unknown' }>;

/** The words for a refused act; the cards own them. */
export type RefusalText = (refusal: Refusal) => string;

/** The one place where a refusal becomes an HTTP status; all others are conflicts with what stands. */
const statusOfRefusal: Readonly<Partial<Record<Refusal, number>>> = {
  'no-such-meeting': 404,
  'no-such-claim': 404,
  'other-organisation': 403,
  'organisation-closed': 403,
  'no-longer-listed': 403,
  'not-an-executive-that-day': 403,
  'not-an-executive': 403,
  'not-yours': 403,
  'own-claim': 403,
  'not-your-network': 403,
  'not-allowed': 403,
  'no-such-network': 404,
  'chair-only': 403,
  'no-such-history': 404,
  'no-such-person': 404,
  'own-history': 403,
  'no-such-reminder': 404,
  'no-such-pledge': 404,
  'not-a-leader': 403,
  'no-such-item': 404,
  'no-such-board-meeting': 404,
  'no-such-contribution': 404,
  'no-such-pair': 404,
  'no-such-education': 404,
  'no-such-file': 404,
  'own-education': 403,
  'leaders-only': 403,
  'file-empty': 400,
  'file-too-large': 413,
  'file-kind': 415,
  'false-ending': 415,
  'no-such-goal': 404,
  'own-goal': 403,
  'not-their-manager': 403,
  'own-manager': 403,
  'no-such-paper': 404,
  'no-such-snapshot': 404,
  'own-snapshot': 403,
  'another-decides': 403,
  'no-such-settle-item': 404,
  'no-such-correction': 404,
  'no-such-assignment': 404,
  'own-listing': 403,
  'no-such-plan-line': 404,
  'no-such-framework-line': 404,
  'own-involvement': 403,
  'no-such-line': 404,
  'no-such-evidence': 404,
  'own-evidence': 403,
  'newer-version': 503,
  'microsoft-365-off': 404,
  'microsoft-365-sign-in': 401,
  'microsoft-365-not-allowed': 403,
  'microsoft-365-away': 503,
  'microsoft-365-unreadable': 502,
};

/** One claim refused is a refusal; of several, each has its own outcome and the answer is 200. */
export function actAnswer(
  act: Act,
  outcomes: readonly ActOutcome[],
  refusalText: RefusalText,
  about: About,
): Answer {
  const data: ActAnswer = {
    outcomes: outcomes.map(({ subject, outcome }) => ({
      subject,
      outcome,
      message:
        outcome.kind === 'refused' ? refusalText(outcome.because) : outcomeWords(act, outcome.kind),
    })),
  };
  const [only, ...more] = data.outcomes;
  if (only?.outcome.kind !== 'refused' || more.length > 0) {
    return { kind: 'data', status: 200, data, about };
  }
  const code = only.outcome.because;
  return { ...error(statusOfRefusal[code] ?? 409, code, only.message), beside: data, about };
}

/** Something else than an act that was refused, for one of the same reasons. */
export function refused(because: Refusal, refusalText: RefusalText, about: About): ErrorAnswer {
  const status = statusOfRefusal[because] ?? 409;
  return { ...error(status, because, refusalText(because)), about };
}

export function shownAnswer<View>(shown: Shown<View>, about: About): Answer {
  if (shown.kind === 'shown') return { kind: 'data', status: 200, data: shown.view, about };
  return shown.because === 'not-yours'
    ? { ...error(403, 'not-yours', notYoursWords(shown.belongsTo)), about }
    : { ...error(404, 'no-such-date', noSuchDateWords(shown.days)), about };
}

/** No pack: whose it is, or what is wrong with the days. */
export function packRefused(
  because: Extract<PackOutcome, { kind: 'refused' }>['because'],
  about: About,
): ErrorAnswer {
  return because === 'not-yours'
    ? { ...error(403, because, notYoursWords(['edi-lead'])), about }
    : { ...error(400, because, packWords[because]), about };
}

export function notSignedIn(because: TokenFault): ErrorAnswer {
  // Signing in again would not help them.
  if (because === 'tenant-not-allowed') return unlinked({ because, ask: [] });
  const challenge = because === 'no-token' ? 'Bearer' : 'Bearer error="invalid_token"';
  return {
    ...error(401, 'not-signed-in', words['not-signed-in']),
    headers: { 'WWW-Authenticate': challenge },
    detail: because,
  };
}

export function unlinked({ because, ask }: Omit<Unknown, 'kind'>): ErrorAnswer {
  const { say, next } = unlinkedWords(because, ask);
  const code = because === 'guest' || because === 'left' ? `unlinked-${because}` : 'unlinked';
  return { ...error(403, code, `${say} ${next}`), detail: because };
}

const statusOfBody: Partial<Record<string, number>> = {
  'not-json-type': 415,
  'not-bytes-type': 415,
  encoded: 415,
  'too-large': 413,
};

export function badBody({ because }: Extract<Body, { kind: 'refused' }>): ErrorAnswer {
  const answer = error(statusOfBody[because] ?? 400, because, bodyWords[because]);
  // The rest of the body may never end: the connection is given up with the answer.
  return because === 'too-large' ? { ...answer, headers: { Connection: 'close' } } : answer;
}

export function badQuery(fault: Extract<Query<never>, { kind: 'refused' }>): ErrorAnswer {
  return {
    ...error(400, 'bad-query', queryWords(fault)),
    detail: `${fault.parameter}: ${fault.because}`,
  };
}

export function badField(field: string): ErrorAnswer {
  return { ...error(400, 'bad-field', fieldWords(field)), beside: { field }, detail: field };
}

/** What the channel answered. It writes the log line of what it refuses, as it knows why. */
export function relayed(answered: { status: number; body?: unknown; about?: About }): Answer {
  const { status, body, about = {} } = answered;
  if (status < 400) return { kind: 'relayed', status, body, about };
  if (body !== undefined) return { kind: 'relayed', status, body, about, logged: true };
  const code = status >= 500 ? 'try-again' : (channelCodes[status] ?? 'bad-request');
  return { ...error(status, code, words[code]), logged: true };
}

const channelCodes: Readonly<Record<number, 'not-verified'>> = {
  401: 'not-verified',
  403: 'not-verified',
};

/**
 * What is away for the moment is a 503 that says when to try again; what a newer version wrote is one
 * until the app is updated; all else is our own fault.
 */
export function faulted(cause: unknown, refusalText: RefusalText): ErrorAnswer {
  const code = codeOf(cause);
  if (code === 'newer-version') return { ...refused(code, refusalText, {}), cause };
  return code === 'storage-away' || code === 'keys-away'
    ? { ...error(503, code, words['try-again']), headers: { 'Retry-After': '30' }, cause }
    : { ...error(500, 'unexpected', words.unexpected), cause };
}

/** Meant, and no fault: requests under way finish, and new ones should go elsewhere. */
export const draining: Answer = {
  kind: 'data',
  status: 503,
  data: { ready: false, away: ['draining'] },
};

export function notReady(because: Troubles): ErrorAnswer {
  return {
    ...error(503, 'not-ready', words['not-ready']),
    beside: { ready: false, away: Object.keys(because), because },
    headers: { 'Retry-After': '10' },
  };
}

/** The same answer, and the connection given up with it. */
export function closing(answer: ErrorAnswer): ErrorAnswer {
  return { ...answer, headers: { ...answer.headers, Connection: 'close' } };
}

/** Somebody asks for more than one person does; told and logged once in a while. */
export function tooMany({ seconds, tell }: { seconds: number; tell: boolean }): ErrorAnswer {
  return {
    ...error(429, 'too-many', words['too-many']),
    headers: { 'Retry-After': String(seconds) },
    ...(tell ? {} : { again: true }),
  };
}

/** More is under way than this process has room for. */
export const busy: ErrorAnswer = {
  ...error(503, 'busy', words['try-again']),
  headers: { 'Retry-After': '2', Connection: 'close' },
};
/** As many files as memory has room for are on their way. */
export const filesBusy: ErrorAnswer = {
  ...error(503, 'files-busy', words['files-busy']),
  headers: { 'Retry-After': '10', Connection: 'close' },
};
export const noFileName = error(400, 'no-file-name', fileNameWords);
export const noSuchAddress = error(404, 'not-found', words['not-found']);
export const wrongMethod = error(405, 'wrong-method', words['wrong-method']);
export const badAddress = error(400, 'bad-request', words['bad-request']);

function error(status: number, code: string, message: string): ErrorAnswer {
  return { kind: 'error', status, code, message };
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
