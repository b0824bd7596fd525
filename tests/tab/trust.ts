import type { Silver } from '../../bot/contract/silver.ts';
import type { KeptMeeting } from '../../bot/contract/calendar.ts';
import type {
  Attendance,
  AttendanceCommitment,
  Me,
  MyMeeting,
  Progress,
  Waiting,
} from '../../bot/contract/views.ts';
import type { SettleList } from '../../bot/contract/settle.ts';
import type { People } from '../../bot/contract/people.ts';
import type { History, MyHistory } from '../../bot/contract/history.ts';
import framework from '../../bot/domain/framework.json' with { type: 'json' };

/** The fictional trust's year, as the contract shows it on 9 April 2026. */
export const today = '2026-04-09';

const silverLines = framework.levels.find(({ level }) => level === 'silver')?.items ?? [];
const s4 = silverLines.find(({ id }) => id === 'S4');
const frameworkWords = s4?.directDeliverable ?? '';

export function meeting(date: string, given: Partial<MyMeeting> = {}): MyMeeting {
  return {
    id: `race-${date}`,
    network: 'race',
    networkName: 'Race Equality Network',
    countsForSilver: true,
    title: 'Race Equality Network meeting',
    date,
    start: '12:00',
    end: '13:00',
    location: 'Microsoft Teams',
    joinLink: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_R20266%40thread.v2/0',
    state: 'upcoming',
    may: ['will-come', 'cannot-come'],
    onBehalf: false,
    ...given,
  };
}

function otherMeeting(date: string): MyMeeting {
  return meeting(date, {
    id: `wellbeing-${date}`,
    network: 'wellbeing',
    networkName: 'Disability and Wellbeing Network',
    title: 'Disability and Wellbeing Network meeting',
    countsForSilver: false,
    start: '13:00',
    end: '14:00',
  });
}

export function attendance(given: Partial<AttendanceCommitment> = {}): AttendanceCommitment {
  return {
    code: 'S4.own',
    title: 'Network meetings',
    status: 'to-do',
    done: 0,
    target: 4,
    needed: 4,
    waiting: 0,
    left: 4,
    offered: 5,
    next: 'race-2026-06-10',
    meetings: [
      meeting('2026-04-08', { state: 'not-recorded', may: ['claim'] }),
      meeting('2026-06-10'),
      meeting('2026-08-12', { state: 'members-only', may: [] }),
      meeting('2026-10-14'),
      meeting('2026-12-09'),
      meeting('2027-02-10'),
      otherMeeting('2026-04-21'),
      otherMeeting('2026-07-21'),
      otherMeeting('2026-10-20'),
      otherMeeting('2027-01-19'),
    ],
    why: { line: 'S4', framework: frameworkWords, rule: 's4.own-1', ours: true },
    ...given,
  };
}

/** The same commitment after the meeting of 8 April moved on. */
export function after8April(
  state: MyMeeting['state'],
  may: MyMeeting['may'],
  given: Partial<AttendanceCommitment>,
): AttendanceCommitment {
  const [first, ...rest] = attendance().meetings;
  const undone = state === 'withdrawn' ? { undone: true as const } : {};
  const moved = { ...(first ?? meeting('2026-04-08')), state, may, ...undone };
  return attendance({ meetings: [moved, ...rest], ...given });
}

export function progress(commitment: AttendanceCommitment, name = 'Aoife Okafor'): Progress {
  return {
    on: today,
    year: { start: '2026-04-01', end: '2027-03-31' },
    person: { id: 'p-okafor', name, self: true },
    commitments: [commitment],
  };
}

export function me(name: string, given: Partial<Me>): Me {
  return {
    person: { id: 'p-me', name, givenName: name.split(' ')[0] ?? name },
    organisation: { code: 'RXX', name: 'Pennine Vale NHS Foundation Trust' },
    on: today,
    roles: [],
    pages: [],
    ...given,
  };
}

export function waitingClaim(id: string, name: string, needsReason = false): Waiting['waiting'][0] {
  return {
    id,
    name,
    networkName: 'Race Equality Network',
    meeting: 'race-2026-04-08',
    date: '2026-04-08',
    start: '12:00',
    end: '13:00',
    claimedAt: '2026-04-09T08:31:00.000Z',
    onBehalf: name === 'Marcus Hussain',
    needsReason,
  };
}

export function kept(date: string, given: Partial<KeptMeeting> = {}): KeptMeeting {
  return {
    id: `race-${date}`,
    title: 'Race Equality Network meeting',
    date,
    start: '12:00',
    end: '13:00',
    location: 'Microsoft Teams',
    openToExecutives: true,
    state: 'scheduled',
    claims: 0,
    may: ['move', 'cancel', 'close'],
    ...given,
  };
}

/** A network's calendar as its chair keeps it. */
export const keptMeetings = [
  kept('2026-04-08', { state: 'held', claims: 2, may: ['cancel'] }),
  kept('2026-06-17', { movedFrom: { date: '2026-06-10', start: '12:00' } }),
  kept('2026-08-12', { openToExecutives: false, may: ['move', 'cancel', 'open'] }),
  kept('2026-10-14'),
];

export const silver: Silver = {
  on: today,
  known: '2026-04-09T08:30:00.000Z',
  lines: [
    {
      code: 'S4',
      title: 'Listen and Learn',
      framework: frameworkWords,
      deliverable: true,
      ready: false,
      ours: true,
      n: 3,
      of: 4,
      rule: 's4-1',
      thisYear: 1,
      before: 2,
      networks: [{ network: 'race', name: 'Race Equality Network', n: 3, thisYear: 1 }],
      nextMeeting: '2026-06-10',
    },
  ],
};

/** The five lines, each with a card of its own. */
export const fiveLines: Silver = {
  ...silver,
  lines: (['S1', 'S2', 'S3', 'S4', 'S5'] as const).flatMap((code) =>
    silver.lines.map((line) => ({ ...line, code })),
  ),
};

export const named: Attendance = {
  on: today,
  known: '2026-04-09T08:30:00.000Z',
  year: { start: '2026-04-01', end: '2027-03-31' },
  people: ['Marcus Hussain', 'Aoife Okafor', 'Claire Schofield'].map((name, at) => ({
    person: `p-${at}`,
    name,
    inPost: true,
    from: at === 0 ? '2026-09-01' : '2025-04-01',
    confirmed: at,
    waiting: at === 1 ? 1 : 0,
    target: 4,
    meetings: [
      {
        meeting: 'race-2026-04-08',
        networkName: 'Race Equality Network',
        countsForSilver: true,
        date: '2026-04-08',
        state: 'confirmed' as const,
      },
    ].slice(0, at),
    ...(at === 2 && {
      before: 1,
      history: [
        {
          id: 'p-2~1',
          what: 'attendance' as const,
          date: '2026-04-01',
          networkName: 'Race Equality Network',
          document: 'minutes-2026-04-01.docx',
          state: 'verified' as const,
          countsForSilver: true,
        },
      ],
    }),
  })),
};

export const settleList: SettleList = {
  on: '2026-04-09',
  left: [],
  corrections: [],
  items: [
    {
      id: 's-1',
      problem: 'unknown-grade',
      file: 'roster-2026-04-01.csv',
      row: 41,
      name: 'Leader 00017',
      person: 'p-17',
      detail: 'Grade “XR09”',
      ways: ['grade-for-all', 'grade', 'leave'],
    },
    {
      id: 's-2',
      problem: 'bad-date',
      file: 'roster-2026-04-01.csv',
      row: 77,
      detail: '31/02/2026',
      ways: ['leave'],
    },
  ],
};

/** What the Chief Nurse has on record from before the app. */
export const ownHistory: MyHistory[] = [
  {
    id: 'p-okafor~2',
    what: 'attendance',
    date: '2026-01-14',
    networkName: 'Race Equality Network',
    document: 'minutes-2026-01-14.docx',
    state: 'verified',
    mayWithdraw: true,
  },
  {
    id: 'p-okafor~1',
    what: 'education',
    date: '2025-02-11',
    course: 'Inclusive leadership for boards',
    document: 'certificate-00010438.pdf',
    state: 'entered',
    awaits: 'edi-lead',
    mayWithdraw: true,
  },
];

export const history: History = {
  on: today,
  waiting: ['Aoife Okafor', 'Marcus Hussain', 'Nadia Greenhalgh'].map((name, at) => ({
    id: `p-${at}~1`,
    person: `p-${at}`,
    name,
    what: 'attendance',
    date: '2026-01-14',
    networkName: 'Race Equality Network',
    document: at === 2 ? 'minutes-2026-03-11.docx' : 'minutes-2026-01-14.docx',
    state: 'entered',
  })),
  verified: [
    {
      id: 'p-3~1',
      person: 'p-3',
      name: 'Claire Schofield',
      what: 'attendance',
      date: '2025-11-12',
      networkName: 'Race Equality Network',
      document: 'minutes-2025-11-12.docx',
      state: 'verified',
      verifiedAt: '2026-04-09T08:30:00.000Z',
      verifiedBy: 'Zainab Khan',
      mayReopen: true,
    },
  ],
};

/** Whom the EDI lead can enter something for; two of one name. */
export const listed: People = {
  people: [
    { id: 'p-hussain', name: 'Marcus Hussain', title: 'Chief Finance Officer' },
    { id: 'p-khan', name: 'Zainab Khan', title: 'Associate Director of EDI' },
    { id: 'p-okafor', name: 'Aoife Okafor', title: 'Chief Nurse' },
    { id: 'p-okafor-2', name: 'Aoife Okafor', title: 'Head of Midwifery' },
    ...Array.from({ length: 12 }, (_, at) => ({
      id: `p-leader-${at}`,
      name: `Leader 000${at + 10}`,
      title: 'Service Manager',
    })),
  ],
};
