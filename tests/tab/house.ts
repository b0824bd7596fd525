import type { Act } from '../../bot/contract/acts.ts';
import type { History } from '../../bot/contract/history.ts';
import type { Agenda } from '../../bot/contract/agenda.ts';
import type { Calendar, KeptMeeting } from '../../bot/contract/calendar.ts';
import type { Attendance, Me, Progress, Waiting } from '../../bot/contract/views.ts';
import { council, papers } from '../../infra/local/gallery/board-facts.ts';
import { actionPlan } from '../../infra/local/gallery/plan-facts.ts';
import type { Acting, Answers, Reply } from './practice-server.ts';
import {
  after8April,
  attendance,
  history,
  keptMeetings,
  listed,
  me,
  named,
  ownHistory,
  progress,
  settleList,
  silver,
  today,
  waitingClaim,
} from './trust.ts';
import { breakdown, silverYear } from './silver-facts.ts';

const ownPlan = { on: today, lines: [], involvements: [], networks: [] };
const noItems = { raises: [], meetings: [], items: [], contributions: [], records: [] };
const nurse = { id: 'p-okafor', name: 'Aoife Okafor' };
const race = { id: 'race', name: 'Race Equality Network' };

const forOthers: History['mayEnter'] = {
  kinds: ['attendance', 'mentoring-session', 'education'],
  networks: [race],
};

/** Who can be asked for by token; each token is a first name. */
const people: Record<string, Me> = {
  aoife: me('Aoife Okafor', {
    roles: [{ role: 'executive-director' }],
    pages: ['commitments', 'organisation'],
  }),
  shabnam: me('Shabnam Naylor', {
    roles: [{ role: 'executive-assistant', for: nurse }],
    pages: ['commitments'],
  }),
  leila: me('Leila Kaur', {
    roles: [{ role: 'network-chair', network: race }],
    pages: ['network', 'organisation'],
  }),
  rosalind: me('Rosalind Yilmaz', {
    roles: [{ role: 'board-chair' }],
    pages: ['network', 'organisation'],
  }),
  meera: me('Meera Schofield', {
    roles: [{ role: 'board-secretary' }],
    pages: ['board', 'organisation'],
  }),
  zainab: me('Zainab Khan', { roles: [{ role: 'edi-lead' }], pages: ['organisation'] }),
  nobody: me('Leader 00017', {}),
};

/**
 * A double of the bot's API: it knows one meeting's claim and what waits at one network, so that
 * acts can be followed to what the pages then show.
 */
export class House {
  claim: 'none' | 'claimed' | 'withdrawn' = 'none';
  waiting: Waiting['waiting'] = [];
  decided: Waiting['decided'] = [];
  readonly verified = new Set<string>();
  kept: KeptMeeting[] = keptMeetings;
  agenda: Agenda = { on: today, ...noItems };
  followedSince: string | undefined;
  preview: ((asked: unknown) => Reply) | undefined;
  readonly acts: Act[] = [];
  /** Answers instead of what is known, by path. */
  readonly instead = new Map<string, Reply>();

  readonly get: Answers = (path, query, token) => {
    const replaced = this.instead.get(path);
    if (replaced) return replaced;
    const person = people[token];
    if (!person) return refusal(403, 'unlinked', 'Please ask Zainab Khan, who looks after it.');
    switch (path) {
      case 'me':
        return { body: person };
      case 'me/progress':
        return { body: this.progressOf(query.get('for')) };
      case 'me/waiting':
        return { body: { on: today, waiting: this.waiting, decided: this.decided } };
      case 'me/calendar':
        return { body: this.calendarOf(token) };
      case 'me/agenda':
      case 'board/agenda':
        return { body: this.agenda };
      case 'organisation/silver':
        return { body: { ...silver, on: query.get('on') ?? today } };
      case 'organisation/silver/year':
        return { body: silverYear };
      case 'organisation/silver/breakdown':
        return { body: { ...breakdown, line: query.get('line'), by: query.get('by') } };
      case 'organisation/attendance':
        return { body: { ...attendanceFor(person), on: query.get('on') ?? today } };
      case 'me/plan':
        return { body: ownPlan };
      case 'organisation/plan':
        return { body: actionPlan };
      case 'organisation/plan/people':
        return { body: listed };
      case 'board/papers':
        return { body: papers };
      case 'organisation/council':
        return { body: council };
      case 'organisation/settle':
        return { body: settleList };
      case 'organisation/people':
        return { body: listed };
      case 'organisation/history': {
        const waiting = history.waiting.filter(({ id }) => !this.verified.has(id));
        return {
          body: { ...history, waiting, ...(token === 'zainab' && { mayEnter: forOthers }) },
        };
      }
      case 'me/education':
        return {
          body: { on: today, asked: false, mayRecord: false, lapsing: false, records: [] },
        };
      case 'organisation/education':
        return refusal(403, 'not-yours', 'This is for the EDI lead.');
      default:
        return refusal(404, 'not-found', 'There is nothing at this address.');
    }
  };

  readonly act: Acting = (act) => {
    this.acts.push(act);
    const replaced = this.instead.get('acts');
    if (replaced) return replaced;
    switch (act.verb) {
      case 'claim':
        this.claim = 'claimed';
        return done([act.data.meeting]);
      case 'withdraw':
        this.claim = 'withdrawn';
        return done([act.data.meeting]);
      case 'confirm':
        this.decide(act.data.claims, 'confirmed');
        return done(act.data.claims);
      case 'query':
        this.decide([act.data.claim], 'queried');
        return done([act.data.claim]);
      case 'cancel-meeting':
        this.change(act.data.meeting, { state: 'cancelled', may: ['restore'] });
        return done([act.data.meeting]);
      case 'restore-meeting':
        this.change(act.data.meeting, { state: 'scheduled', may: ['move', 'cancel', 'close'] });
        return done([act.data.meeting]);
      case 'follow-calendar':
        this.followedSince = '2026-04-09T08:31:00.000Z';
        return done([act.data.calendar]);
      case 'reopen':
        this.reopen(act.data.claim);
        return done([act.data.claim]);
      case 'verify-history':
        for (const id of act.data.entries) this.verified.add(id);
        return done(act.data.entries);
      case 'reopen-history':
        for (const id of act.data.entries) this.verified.delete(id);
        return done(act.data.entries);
      case 'enter-history':
        return done(['p-okafor~3']);
      default:
        return done(['race-2026-06-10']);
    }
  };

  private calendarOf(token: string): Calendar {
    const keeps = token === 'leila';
    const since = this.followedSince;
    const of = keeps ? race : { id: 'own', name: 'Network meetings' };
    return {
      on: today,
      year: { start: '2026-04-01', end: '2027-03-31' },
      networks: keeps ? [{ ...race, meetings: this.kept }] : [],
      follows: [{ of: of.id, name: of.name, ...(since === undefined ? {} : { since }) }],
    };
  }

  private change(id: string, given: Partial<KeptMeeting>): void {
    this.kept = this.kept.map((meeting) =>
      meeting.id === id ? { ...meeting, ...given } : meeting,
    );
  }

  private progressOf(forPerson: string | null): Progress {
    const commitment =
      this.claim === 'claimed'
        ? after8April('claimed', ['withdraw'], { waiting: 1, needed: 3, awaits: 'network-chair' })
        : this.claim === 'withdrawn'
          ? after8April('withdrawn', ['claim', 'not-there'], {})
          : attendance();
    const shown = progress(commitment);
    const self = forPerson === null;
    const before = self && { history: ownHistory, mayEnter: { networks: [race] } };
    return { ...shown, ...before, person: { ...nurse, self } };
  }

  private decide(ids: readonly string[], state: 'confirmed' | 'queried'): void {
    const chosen = this.waiting.filter(({ id }) => ids.includes(id));
    this.waiting = this.waiting.filter(({ id }) => !ids.includes(id));
    this.decided = [
      ...this.decided,
      ...chosen.map(({ id, name, networkName, date }) => {
        return { id, name, networkName, date, state, mayReopen: state === 'confirmed' };
      }),
    ];
  }

  private reopen(id: string): void {
    const taken = this.decided.find((claim) => claim.id === id);
    this.decided = this.decided.filter((claim) => claim.id !== id);
    if (taken) this.waiting = [...this.waiting, waitingClaim(id, taken.name)];
  }
}

/** A chair is shown their own network's meetings alone, without a target. */
function attendanceFor({ roles }: Me): Attendance {
  if (!roles.some(({ role }) => role === 'network-chair')) return named;
  const came = named.people.filter(({ meetings }) => meetings.length > 0);
  const withoutTarget = came.map((row) => {
    const { target: _, ...shown } = row;
    return shown;
  });
  return { ...named, people: withoutTarget };
}

export function refusal(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message, correlationId: 'c-0042' } } };
}

function done(subjects: readonly string[]): Reply {
  const outcomes = subjects.map((subject) => ({
    subject,
    outcome: { kind: 'done' },
    message: 'Recorded.',
  }));
  return { body: { outcomes } };
}
