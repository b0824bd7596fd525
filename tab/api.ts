import * as z from 'zod/mini';
import { actAnswerSchema, type Act, type ActAnswer } from '../bot/contract/acts.ts';
import { historySchema, type History } from '../bot/contract/history.ts';
import {
  calendarSchema,
  meetingsPreviewSchema,
  type Calendar,
  type MeetingsPreview,
} from '../bot/contract/calendar.ts';
import {
  attendanceSchema,
  meSchema,
  progressSchema,
  waitingSchema,
  type Attendance,
  type Me,
  type Progress,
  type Waiting,
} from '../bot/contract/views.ts';
import { peopleSchema, type People } from '../bot/contract/people.ts';
import type { Answer, Trouble } from './answer.ts';
import { getToken } from './teams.ts';
import { troubleOf } from './trouble-of.ts';

// Compiled schemas need eval, which the content policy forbids.
z.config({ jitless: true });

/** Dates `YYYY-MM-DD`; left out: today, as known now. */
export interface AsAt {
  on?: string;
  known?: string;
}

const ORGANISATION = 'X-Organisation';

/** Past this nobody is answering. */
const patienceMs = 15_000;
/** A file of 10 MB takes longer. */
const filePatienceMs = 60_000;

/** The organisation that the tab shows: each request names it, so that none goes to another. */
let shown: string | undefined;

export function showOrganisation(code: string | undefined): void {
  shown = code;
}

export async function getMe(): Promise<Answer<Me>> {
  const asked = shown;
  const answer = await get('me', {}, meSchema);
  // Switched while it was asked, it tells of the one before.
  if (answer.kind === 'ok' && shown === asked) showOrganisation(answer.value.organisation.code);
  const isGone = answer.kind === 'refused' && answer.code === 'other-organisation';
  if (!isGone || asked === undefined) return answer;
  // It is theirs no more: whichever is, then.
  showOrganisation(undefined);
  return getMe();
}

/** Shows another of their organisations from now on. */
export async function switchTo(code: string): Promise<Answer<Me>> {
  const headers = { [ORGANISATION]: code };
  const answer = await ask('me/organisation', { method: 'POST', body: '{}', headers }, meSchema);
  if (answer.kind === 'ok') showOrganisation(code);
  return answer;
}

export const getProgress = (forPerson?: string): Promise<Answer<Progress>> =>
  get('me/progress', { for: forPerson }, progressSchema);

export const getWaiting = (): Promise<Answer<Waiting>> => get('me/waiting', {}, waitingSchema);

export const getAttendance = (asAt: AsAt): Promise<Answer<Attendance>> =>
  get('organisation/attendance', { ...asAt }, attendanceSchema);

export const getHistory = (): Promise<Answer<History>> =>
  get('organisation/history', {}, historySchema);

export const getPeople = (): Promise<Answer<People>> =>
  get('organisation/people', {}, peopleSchema);

/** The same without whoever has left. */
export async function getPeopleHere(): Promise<Answer<People>> {
  const answer = await getPeople();
  if (answer.kind !== 'ok') return answer;
  return { kind: 'ok', value: { people: answer.value.people.filter(({ left }) => !left) } };
}

export const getCalendar = (): Promise<Answer<Calendar>> => get('me/calendar', {}, calendarSchema);

/** What a file of meetings would do; nothing is written. */
export const postMeetingsPreview = (
  network: string,
  file: string,
): Promise<Answer<MeetingsPreview>> => {
  const request = { method: 'POST', body: JSON.stringify({ network, file }) };
  return ask('me/calendar/preview', request, meetingsPreviewSchema);
};

/** A calendar's file, as text. */
export async function downloadCalendar(of: string): Promise<Answer<string>> {
  return ask(`me/calendar.ics?of=${encodeURIComponent(of)}`, {}, z.string());
}

/** Asks again once where no answer came: the tap's own id keeps one tap one act. */
export async function postAct(act: Act): Promise<Answer<ActAnswer>> {
  const tapped = { verb: act.verb, data: { ...act.data, tap: crypto.randomUUID() } };
  const request = { method: 'POST', body: JSON.stringify(tapped) };
  const answer = await ask('acts', request, actAnswerSchema);
  return answer.kind === 'offline' ? ask('acts', request, actAnswerSchema) : answer;
}

/** A reading of an area, whose schema its own page brings: the first view carries none of them. */
export function get<T>(
  path: string,
  parameters: Record<string, string | undefined>,
  schema: z.ZodMiniType<T>,
): Promise<Answer<T>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  return ask(query.size > 0 ? `${path}?${query}` : path, {}, schema);
}

/** The same for what is sent: JSON, or a file's bytes. */
export async function ask<T>(
  path: string,
  request: RequestInit,
  schema: z.ZodMiniType<T>,
): Promise<Answer<T>> {
  const read = async (response: Response) => readBody(response, await response.text());
  const reached = await reach(path, request, read);
  if (reached.kind !== 'reached') return reached;
  const { response, body } = reached;
  const parsed = schema.safeParse(body);
  return parsed.success
    ? { kind: 'ok', value: parsed.data }
    : { kind: 'failed', because: 'fault', ...correlation(response) };
}

/** A file, as it is. */
export async function download(path: string): Promise<Answer<Blob>> {
  const reached = await reach(
    path,
    {},
    (response) => (response.ok ? response.blob() : response.text().then(parseJson)),
    filePatienceMs,
  );
  if (reached.kind !== 'reached') return reached;
  return reached.body instanceof Blob
    ? { kind: 'ok', value: reached.body }
    : { kind: 'failed', because: 'fault', ...correlation(reached.response) };
}

async function reach(
  path: string,
  request: RequestInit,
  read: (response: Response) => Promise<unknown>,
  patience = request.body instanceof Blob ? filePatienceMs : patienceMs,
): Promise<{ kind: 'reached'; response: Response; body: unknown } | Trouble> {
  const token = await getToken();
  if (token.kind === 'no-token') return { kind: 'failed', because: 'sign-in' };
  const headers = new Headers(request.headers);
  headers.set('Authorization', `Bearer ${token.token}`);
  if (shown !== undefined && !headers.has(ORGANISATION)) headers.set(ORGANISATION, shown);
  const isFile = request.body instanceof Blob;
  if (request.body) {
    headers.set('Content-Type', isFile ? 'application/octet-stream' : 'application/json');
  }
  let response: Response;
  let body: unknown;
  try {
    const signal = AbortSignal.timeout(patience);
    response = await fetch(`/api/${path}`, { ...request, headers, signal, cache: 'no-store' });
    body = await read(response);
  } catch {
    // fetch rejects when no answer came: offline, cut off on the way, or out of patience.
    return { kind: 'offline' };
  }
  return response.ok ? { kind: 'reached', response, body } : troubleOf(response.status, body);
}

function correlation(response: Response): { correlationId?: string } {
  const id = response.headers.get('x-correlation-id');
  return id === null ? {} : { correlationId: id };
}

/** A calendar comes as the text that it is. */
function readBody(response: Response, text: string): unknown {
  const isCalendar = response.headers.get('content-type')?.startsWith('text/calendar') === true;
  return isCalendar ? text : parseJson(text);
}

/** Undefined for what isn't JSON: no schema takes it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
