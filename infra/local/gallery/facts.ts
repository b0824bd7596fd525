import type { Viewer } from '../../../bot/cards/card.ts';
import type {
  AttendanceCommitment,
  DecidedClaim,
  Me,
  MyMeeting,
  Progress,
  Waiting,
  WaitingClaim,
} from '../../../bot/contract/views.ts';

export const viewer: Viewer = {
  organisation: 'ZPV',
  user: '29:aoife',
  givenName: 'Aoife',
  teamsAppId: '7d2c3f60-9a51-4b8e-8a5c-0d6f6a1b2c3d',
};

/** A meeting of the Race Equality Network, held and open to claim unless said otherwise. */
export function meeting(date: string, differs: Partial<MyMeeting> = {}): MyMeeting {
  return {
    id: `ren-${date}`,
    network: 'ren',
    networkName: 'Race Equality Network',
    countsForSilver: true,
    title: 'Race Equality Network meeting',
    date,
    start: '12:00',
    end: '13:00',
    location: 'Microsoft Teams',
    state: 'not-recorded',
    may: ['claim'],
    onBehalf: false,
    ...differs,
  };
}

export function coming(date: string, differs: Partial<MyMeeting> = {}): MyMeeting {
  return meeting(date, { state: 'upcoming', may: ['will-come', 'cannot-come'], ...differs });
}

export function claimed(date: string, differs: Partial<MyMeeting> = {}): MyMeeting {
  return meeting(date, { state: 'claimed', may: ['withdraw'], ...differs });
}

export function commitment(
  meetings: readonly MyMeeting[],
  differs: Partial<AttendanceCommitment> = {},
): AttendanceCommitment {
  const next = meetings.find(({ state }) => state === 'upcoming' || state === 'will-come');
  const done = meetings.filter(({ state }) => state === 'confirmed').length;
  const claims = meetings.filter(({ state }) => state === 'claimed').length;
  return {
    code: 'S4.own',
    title: 'Network meetings',
    status: 'to-do',
    done,
    target: 4,
    needed: Math.max(0, 4 - done - claims),
    waiting: claims,
    left: meetings.filter(({ may }) => may.includes('will-come')).length,
    offered: 5,
    ...(claims > 0 ? { awaits: 'network-chair' as const } : {}),
    ...(next === undefined ? {} : { next: next.id }),
    meetings: [...meetings],
    why: {
      line: 'S4',
      framework: 'An executive director must attend',
      rule: 'S4.own@1',
      ours: true,
    },
    ...differs,
  };
}

/** The Chief Nurse's, on 9 April 2026. */
export function progress(
  meetings: readonly MyMeeting[],
  differs: Partial<Progress> = {},
  commitmentDiffers: Partial<AttendanceCommitment> = {},
): Progress {
  return {
    on: '2026-04-09',
    year: { start: '2026-04-01', end: '2027-03-31' },
    person: { id: 'aoife', name: 'Aoife Okafor', self: true },
    commitments: [commitment(meetings, commitmentDiffers)],
    ...differs,
  };
}

export const forAoife = { person: { id: 'aoife', name: 'Aoife Okafor', self: false } };

export function me(differs: Partial<Me> = {}): Me {
  return {
    person: { id: 'aoife', name: 'Aoife Okafor', givenName: 'Aoife' },
    organisation: { code: 'ZPV', name: 'Pennine Vale NHS Foundation Trust' },
    on: '2026-04-09',
    roles: [{ role: 'executive-director' }],
    ...(differs.roles === undefined ? { recordsEducation: true as const } : {}),
    pages: ['commitments', 'organisation'],
    ...differs,
  };
}

export const assistant = me({
  person: { id: 'shabnam', name: 'Shabnam Naylor', givenName: 'Shabnam' },
  roles: [{ role: 'executive-assistant', for: { id: 'aoife', name: 'Aoife Okafor' } }],
  pages: ['commitments'],
});

export const deputy = me({
  person: { id: 'oluwaseun', name: 'Oluwaseun Moyo', givenName: 'Oluwaseun' },
  roles: [{ role: 'network-deputy', network: { id: 'ren', name: 'Race Equality Network' } }],
  pages: ['network', 'organisation'],
});

export const ediLead = me({
  person: { id: 'zainab', name: 'Zainab Khan', givenName: 'Zainab' },
  roles: [{ role: 'edi-lead' }, { role: 'programme-lead' }],
  pages: ['network', 'organisation'],
});

export const colleague = me({
  person: { id: 'leader-17', name: 'Leader 00017', givenName: 'Leader' },
  roles: [],
  pages: [],
});

export function waitingClaim(name: string, differs: Partial<WaitingClaim> = {}): WaitingClaim {
  const date = differs.date ?? '2026-04-08';
  return {
    id: `${name.toLowerCase().replaceAll(' ', '-')}~ren-${date}`,
    name,
    networkName: 'Race Equality Network',
    meeting: `ren-${date}`,
    date,
    start: '12:00',
    end: '13:00',
    claimedAt: '2026-04-09T08:31:00.000Z',
    onBehalf: false,
    needsReason: false,
    ...differs,
  };
}

export function decidedClaim(name: string, differs: Partial<DecidedClaim> = {}): DecidedClaim {
  return {
    id: `${name.toLowerCase().replaceAll(' ', '-')}~ren-2026-04-08`,
    name,
    networkName: 'Race Equality Network',
    date: '2026-04-08',
    state: 'confirmed',
    mayReopen: true,
    ...differs,
  };
}

export function waiting(
  claims: readonly WaitingClaim[],
  decided: readonly DecidedClaim[] = [],
): Waiting {
  return { on: '2026-04-09', waiting: [...claims], decided: [...decided] };
}

/** A meeting from before the app, verified. */
export const attendedBefore: NonNullable<Progress['history']>[number] = {
  id: 'aoife~1',
  what: 'attendance',
  date: '2026-01-14',
  network: 'ren',
  networkName: 'Race Equality Network',
  document: 'minutes-2026-01-14.docx',
  state: 'verified',
  mayWithdraw: true,
};

export const two = [
  waitingClaim('Aoife Okafor'),
  waitingClaim('Gareth Hargreaves', { onBehalf: true }),
];
