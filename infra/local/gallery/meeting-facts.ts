import { coming, meeting } from './facts.ts';

export const june = coming('2026-06-10');

export const october = coming('2026-10-14', { state: 'will-come', may: ['cannot-come'] });

const august = coming('2026-08-12', { state: 'members-only', may: [] });

export const confirmed = meeting('2026-04-08', { state: 'confirmed', may: ['withdraw'] });

export const offered = meeting('2026-04-08', { state: 'not-recorded', may: ['claim'] });

export const dwn = {
  network: 'dwn',
  networkName: 'Disability and Wellbeing Network',
  countsForSilver: false,
};

export const year = [confirmed, june, august, october, coming('2026-12-09'), coming('2027-02-10')];

/** Booked, as whoever answered sees it. */
export const booked = coming('2026-06-10', {
  state: 'will-come',
  may: ['cannot-come', 'undo-intention'],
});

export const movedFrom = { date: '2026-06-10', start: '12:00' };
