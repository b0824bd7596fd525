import { pino } from 'pino';
import type { LogLevel } from './config.ts';
import type { NudgeLine, NudgeLog } from './nudges/parts.ts';
import type { WelcomeLog } from './nudges/welcoming.ts';
import { Told } from './use-cases/told.ts';

/** What is said of a request: ids and codes, never a name, an address or a free text. */
export interface RequestFacts {
  readonly correlationId: string;
  readonly method: string;
  /** The route's pattern, never the address as it came. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly tenant?: string;
  readonly organisation?: string;
  readonly person?: string;
  readonly verb?: string;
  /** What became of an act: `done`, `already`, or a refusal's code, one for each thing asked. */
  readonly outcomes?: readonly string[];
  /** The reminders that it answers, by their traces. */
  readonly traces?: readonly string[];
}

/** One function for each thing that happens; every request leaves exactly one line. */
export interface Telemetry extends NudgeLog, WelcomeLog {
  started(at: { host: string; port: number }): void;
  /** Takes nothing new; finishes what is under way. */
  draining(): void;
  stopped(): void;
  tabNotBuilt(where: { folder: string }): void;
  storageAway(why: { error: unknown }): void;
  /** A token that is rightly signed has times that disagree with our clock; told once an hour. */
  clockInDoubt(by: { token: 'tab' | 'channel'; secondsOff: number }): void;
  /** What readiness says has changed: short reasons by name. */
  readinessChanged(now: { ready: boolean; troubles: Readonly<Record<string, string>> }): void;
  /** Figures reach Application Insights no longer, or again. */
  metricsAway(why: { error?: unknown }): void;
  metricsBack(): void;
  /** Another instance wrote first, or an answer was lost: decided afresh, or given up. */
  ledgerConflict(what: { organisation: string; ending: 'again' | 'given-up' }): void;
  /** Weekends alone count in it: reminders go on, on what may be a bank holiday too. */
  bankHolidaysUnknown(of: { year: string }): void;
  requestAnswered(request: RequestFacts): void;
  /** Probes and files: told apart, so that they don't drown the rest. */
  requestServed(request: RequestFacts): void;
  requestRefused(request: RequestFacts & { because: string; detail?: string }): void;
  requestFaulted(request: RequestFacts & { because: string; error?: unknown }): void;
  /** A card that shows what has changed could not be drawn again; it refreshes when looked at. */
  cardNotRedrawn(card: {
    organisation: string;
    view: string;
    /** Of a reminder's card: which reminders it shows. */
    traces?: readonly string[];
    error: unknown;
  }): void;
  /** Teams could not be asked, or an offer not said: which executive, nothing tells. */
  meetingNotFollowed(what: { organisation: string; step: 'look' | 'offer'; error: unknown }): void;
}

interface TelemetryOptions {
  readonly level: LogLevel;
  /** Where lines go, one JSON object each; standard output unless given. */
  readonly write?: (line: string) => void;
}

export function createTelemetry({ level, write }: TelemetryOptions): Telemetry {
  const options = {
    level,
    // Times in UTC; process id and host name are the platform's to add.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const log = write ? pino(options, { write }) : pino(options);
  let doubtedAt = -Infinity;
  return {
    started: (at) => log.info(at, 'started'),
    draining: () => log.info('draining'),
    stopped: () => log.info('stopped'),
    clockInDoubt: (by) => {
      if (performance.now() - doubtedAt < 3_600_000) return;
      doubtedAt = performance.now();
      log.warn(by, 'this machine’s clock may be wrong');
    },
    storageAway: ({ error }) => log.error(described(error), 'storage away'),
    readinessChanged: ({ ready, troubles }) => {
      const weight = !ready ? 'error' : Object.keys(troubles).length > 0 ? 'warn' : 'info';
      log[weight]({ ready, because: troubles }, 'readiness changed');
    },
    metricsAway: ({ error }) => log.warn(described(error), 'metrics away'),
    metricsBack: () => log.info('metrics back'),
    ledgerConflict: (what) =>
      log[what.ending === 'again' ? 'debug' : 'warn'](what, 'ledger conflict'),
    ledgerHead: (what) => log.info(what, 'ledger head'),
    ledgerVerified: ({ faults, ...what }) => {
      // How many, and no more: a key may name what is between two people. verify-ledger says which.
      if (faults.length === 0) log.info(what, 'ledger verified');
      else log.error({ ...what, faults: faults.length }, 'ledger faults');
    },
    tabNotBuilt: (where) => log.warn(where, 'tab not built'),
    requestAnswered: (request) => log.info(request, 'request answered'),
    requestServed: (request) => log.debug(request, 'request served'),
    requestRefused: (request) => log.warn(request, 'request refused'),
    requestFaulted: ({ error, ...request }) =>
      log.error({ ...request, ...described(error) }, 'request faulted'),
    cardNotRedrawn: ({ error, ...card }) =>
      log.warn({ ...card, ...described(error) }, 'card not redrawn'),
    meetingNotFollowed: ({ error, ...what }) =>
      log.warn({ ...what, ...described(error) }, 'meeting not followed'),
    bankHolidaysUnknown: (of) =>
      log.warn(of, 'no bank holidays known for this year: weekends alone count'),
    welcomeEnded: (what) => log[what.state === 'sent' ? 'info' : 'warn'](what, 'welcome ended'),
    nudgesPlanned: (what) => log.info(what, 'nudges planned'),
    nudgePlanned: (what) => log.info(unlessPrivate(what), 'nudge planned'),
    nudgeEnded: (what) => {
      const weight = what.state === 'failed' || what.state === 'unknown' ? 'warn' : 'info';
      log[weight](unlessPrivate(what), 'nudge ended');
    },
    nudgePutOff: (what) => log.info(unlessPrivate(what), 'nudge put off'),
    nudgeStuck: (what) => log.warn(unlessPrivate(what), 'nudge stuck'),
    nudgesReconciled: (what) =>
      log[what.missing + what.stuck + what.unreadable > 0 ? 'warn' : 'info'](
        what,
        'nudges reconciled',
      ),
    factsErased: (what) => log.info(what, 'facts erased'),
    nudgesPutAside: (what) => log.error(what, 'nudges put aside'),
    nudgesFaulted: ({ error, ...what }) =>
      log.error({ ...what, ...described(error) }, 'nudges faulted'),
  };
}

/** Two lines at one moment would name a mentoring pair. */
function unlessPrivate<Line extends NudgeLine>(line: Line): Line | Omit<Line, 'person'> {
  const { person: _, ...told } = line;
  return line.kind === 'in-private' ? told : line;
}

/** A cause may have a cause, and somebody's may be its own. */
const deepest = 3;

/**
 * A fault as the log keeps it: what it is called, its codes, and where it happened. Not what it
 * says, unless it is ours to tell: a parser quotes what it could not read, storage what it was given, and both may be
 * somebody's words.
 */
function described(error: unknown, depth = 0): Record<string, unknown> {
  if (error === undefined || depth > deepest) return {};
  if (!(error instanceof Error)) return { error: { name: 'something that is no error' } };
  const { name, message, stack = '', cause } = error;
  const told: Record<string, unknown> = { name: asCode(name) ?? 'Error' };
  if (error instanceof Told) told['message'] = message;
  const code = 'code' in error ? asCode(error.code) : undefined;
  if (code !== undefined) told['code'] = code;
  if ('statusCode' in error && typeof error.statusCode === 'number') {
    told['status'] = error.statusCode;
  }
  // A stack begins with the message, which may hold lines that look like its own.
  const frames = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n');
  told['stack'] = frames.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)).join('\n');
  return { error: { ...told, ...namedCause(cause, depth) } };
}

function namedCause(cause: unknown, depth: number): Record<string, unknown> {
  const { error } = described(cause, depth + 1);
  return error === undefined ? {} : { cause: error };
}

/** Codes are one word; whatever has more in it is kept out. */
function asCode(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
}
