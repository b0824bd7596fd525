// The house's own HTTP calls, as infra/local/README.md documents them.

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly guest: boolean;
}

export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from?: { readonly name?: string };
  readonly attachments?: readonly { contentType: string; content?: unknown }[];
}

export interface Message {
  readonly by: 'bot' | 'person';
  readonly activity: Activity;
  /** Practice time. */
  readonly shownAt: string;
  readonly changed: number;
}

export interface Chat {
  readonly id: string;
  readonly app: 'not-yet' | 'installed' | 'removed';
  readonly teamsId: string;
  readonly messages: readonly Message[];
}

export interface TeamChannel {
  readonly id: string;
  readonly name: string;
}

export interface Clock {
  readonly now: string;
  readonly words: string;
  readonly next: { readonly workingDay: string; readonly afterMeeting?: string };
}

export interface Turn {
  readonly status: number;
  readonly body: unknown;
}

/** A call that the house refused, in its own words for the person. */
export class CallRefused extends Error {}

async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new CallRefused(errorIn(answer) ?? 'Something went wrong.');
  // The page and the house are served by one process: what it answers is what is written here.
  return answer as T;
}

export function errorIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  return typeof answer.error === 'string' ? answer.error : undefined;
}

const of = (person: Person) => `person=${encodeURIComponent(person.id)}`;

export const house = {
  people: () => call<Person[]>('GET', '/local/people'),
  chat: (person: Person) => call<Chat>('GET', `/local/chat?${of(person)}`),
  channels: () => call<TeamChannel[]>('GET', '/local/channels'),
  channel: ({ id }: TeamChannel) =>
    call<{ messages: readonly Message[] }>(
      'GET',
      `/local/channel?channel=${encodeURIComponent(id)}`,
    ),
  post: (person: Person, { id }: TeamChannel, text: string) =>
    call<Turn>('POST', '/local/channel', { person: person.id, channel: id, text }),
  /** Any activity of the person's in that channel. */
  inChannel: (person: Person, { id }: TeamChannel, activity: object) =>
    call<Turn>('POST', '/local/activity', {
      person: person.id,
      activity: { ...activity, conversation: { id, conversationType: 'channel', isGroup: true } },
    }),
  clock: () => call<Clock>('GET', '/local/clock'),
  moveClock: (now: string) => call<Clock>('POST', '/local/clock', { now }),
  token: async (person: Person) =>
    (await call<{ token: string }>('POST', '/local/token', { person: person.id })).token,
  say: (person: Person, text: string) =>
    call<Turn>('POST', '/local/say', { person: person.id, text }),
  install: (person: Person) => call<Turn>('POST', '/local/install', { person: person.id }),
  send: (person: Person, activity: object) =>
    call<Turn>('POST', '/local/activity', { person: person.id, activity }),
  act: (
    person: Person,
    press: { activityId: string; verb: string; data: unknown; trigger: 'manual' | 'automatic' },
  ) => call<Turn>('POST', '/local/act', { person: person.id, ...press }),
};
