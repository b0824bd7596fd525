import type { Said } from './house.ts';
import { aboutOf, kindOf, type Received } from './received.ts';
import type { Broken } from './limits.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);

/**
 * Reminders that came although what they ask for was done already: worked out anew from what people
 * did, act by act, and not from the product's rules.
 */
export function afterTheFact(
  received: readonly Received[],
  said: readonly Said[],
  { personOf, leftOn }: Pick<Year, 'personOf' | 'leftOn'>,
): Broken[] {
  return received
    .filter(({ unprompted }) => unprompted)
    .flatMap(({ at, to, nudges }) => {
      const before = said.filter((each) => each.at < at);
      const person = personOf.get(to) ?? '';
      const isHere = (email: string) => (leftOn.get(email) ?? '9') > at;
      return nudges
        .filter((nudge) => isDone(nudge, { to, person, before, personOf, isHere }))
        .map((nudge): Broken => ['after the fact was done', to, nudge, at]);
    });
}

interface Year {
  /** Ids by work address. */
  readonly personOf: ReadonlyMap<string, string>;
  /** From when it is known that somebody has left. */
  readonly leftOn: ReadonlyMap<string, string>;
}

interface Known extends Pick<Year, 'personOf'> {
  readonly to: string;
  readonly person: string;
  readonly before: readonly Said[];
  readonly isHere: (email: string) => boolean;
}

function isDone(nudge: string, known: Known): boolean {
  const { to, person, before } = known;
  const about = aboutOf(nudge);
  const [thing = '', since = ''] = about.split('~');
  const own = (verb: string) => before.filter((each) => each.by === to && each.verb === verb);
  switch (kindOf(nudge)) {
    case 'were-you-there':
      return [...own('claim'), ...own('not-there')].some(({ data }) => data['meeting'] === about);
    case 'meeting-unbooked':
      return lastAnswers(known, about).includes('will-come');
    case 'meeting-changed': {
      const [meeting] = about.split('.');
      const answered = before.findLast(
        ({ by, verb, data }) => by === to && verb === 'intend' && data['meeting'] === meeting,
      );
      const moved = before.findLast(
        ({ verb, data }) => verb === 'move-meeting' && data['meeting'] === meeting,
      );
      return answered !== undefined && moved !== undefined && answered.at > moved.at;
    }
    case 'claims-waiting':
      return [...waitingClaims(known)].every(
        (claim) => !claim.includes(thing) || claim.startsWith(person),
      );
    case 'own-goal':
      return thing === 'needed'
        ? own('draft-goal').some(({ at }) => at >= since)
        : before.some(
            ({ verb, data }) => verb === 'note-goal' && textOf(data['goal']).startsWith(person),
          );
    case 'team-goals':
      return thing === 'waiting' && goalsThatWait(before).size === 0;
    case 'item-untriaged':
      return before.some(({ verb, data }) => verb === 'triage-item' && data['item'] === about);
    case 'item-no-outcome':
      return before.some(({ verb, data }) => verb === 'feed-back' && data['item'] === about);
    case 'item-answered':
      return before.some(({ verb, data }) => verb === 'acknowledge-item' && data['item'] === thing);
    case 'quarter-paper':
      return before.some(
        ({ verb, data }) => verb === 'record-paper' && textOf(data['date']) >= about,
      );
    case 'line-review':
      return before.some(({ verb, data }) => verb === 'say-line' && data['line'] === thing);
    case 'pledge-review':
      return own('review-pledge').some(({ data }) => data['pledge'] === thing);
    default:
      return false;
  }
}

/** What each executive who is here last said of a meeting, since it was last moved. */
function lastAnswers({ before, isHere }: Known, meeting: string): string[] {
  const moved = before.findLastIndex(
    ({ verb, data }) => verb === 'move-meeting' && data['meeting'] === meeting,
  );
  const answers = new Map<string, string>();
  for (const { by, verb, data } of before.slice(moved + 1)) {
    if (data['meeting'] !== meeting || !isHere(by)) continue;
    if (verb === 'intend') answers.set(by, textOf(data['answer']));
    if (verb === 'undo-intention') answers.delete(by);
  }
  return [...answers.values()];
}

/** Claims by their id, `person~meeting`, that nobody has decided. */
function waitingClaims({ before, personOf }: Known): Set<string> {
  const waiting = new Set<string>();
  for (const { by, verb, data, subject } of before) {
    const own = `${personOf.get(by)}~${textOf(data['meeting'])}`;
    if (verb === 'claim') waiting.add(own);
    if (verb === 'withdraw') waiting.delete(own);
    if (verb === 'cancel-meeting') {
      for (const claim of waiting)
        if (claim.endsWith(textOf(data['meeting']))) waiting.delete(claim);
    }
    for (const claim of [...listOf(data['claims']), textOf(data['claim']), subject]) {
      if (verb === 'confirm' || verb === 'query') waiting.delete(claim);
    }
  }
  return waiting;
}

function goalsThatWait(before: readonly Said[]): Set<string> {
  const waiting = new Set<string>();
  for (const { verb, subject } of before) {
    const goal = subject.split('~').slice(0, 2).join('~');
    if (verb === 'draft-goal' || verb === 'propose-goal') waiting.add(goal);
    if (verb === 'agree-goal' || verb === 'confirm-goal') waiting.delete(goal);
  }
  return waiting;
}
