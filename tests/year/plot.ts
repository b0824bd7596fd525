import type { YearHouse } from './house.ts';

/** What happens in any case, by its day. Whoever is named here does nothing by chance. */
export type Plot = ReadonlyMap<string, () => Promise<void>>;

/** They act as the plot says, and at no other time. */
export const played = [
  'aoife.okafor',
  'leila.kaur',
  'oluwaseun.moyo',
  'meera.schofield',
  'rosalind.yilmaz',
  'claire.schofield',
  'zainab.khan',
] as const;

/** Never adds the app. */
export const neverThere = 'michael.heaton';
/** Takes the app off in June, and Teams tells nobody; writes again in September. */
export const goneForSummer = { name: 'marcus.hussain', from: '2026-06-02', until: '2026-09-07' };
/** On the staff list of April, and on October's as having left. */
export const left = ['gareth.hargreaves', 'oluwaseun.pickles'] as const;
/** Away by October's list. */
export const awayFromOctober = ['priya.desai', 'karen.osei'] as const;
/** The list is imported in the morning of that day. */
export const OCTOBER = '2026-10-01';

const RACE = 'race-equality-network';
const race = (day: string) => `${RACE}-${day}-1200`;
/** The meeting of 12 August is for the network's members alone. */
export const MEMBERS_ONLY = { id: race('2026-08-12'), words: /\b12 August\b/ };

/** A year in which every reminder has a reason to come. */
export function plotOf(house: YearHouse): Plot {
  const by = (name: string) => house.account(name);
  const does = async (name: string, verb: string, data: unknown): Promise<string> => {
    const subject = await house.does(by(name), verb, data);
    if (subject === undefined) throw new Error(`${name} could not ${verb} on ${house.clock.now()}`);
    return subject;
  };
  const idOf = async (name: string) => (await house.callerOf(by(name))).person;
  const noted = { item: '', declined: '', pair: '', pledge: '', claim: '' };
  const board = async (day: string): Promise<string> => {
    const { boardMeetings } = await house.storage.records.frame(
      (await house.callerOf(by('meera.schofield'))).organisation,
    );
    return boardMeetings.find(({ date }) => date === day)?.id ?? 'none';
  };
  const aoife = 'aoife.okafor';
  const leila = 'leila.kaur';
  const meera = 'meera.schofield';

  return new Map<string, () => Promise<void>>([
    // The chair's claim waits until the EDI lead has heard.
    ['2026-04-09', async () => void (await does(aoife, 'claim', { meeting: race('2026-04-08') }))],
    [
      '2026-04-13',
      async () => {
        const words = { title: 'Shift patterns', text: 'Nights fall to the same people.' };
        noted.item = await does(leila, 'raise-item', { network: RACE, ...words });
      },
    ],
    [
      '2026-04-14',
      async () => {
        noted.pair = await does('zainab.khan', 'propose-pair', {
          mentor: await idOf(leila),
          director: await idOf(aoife),
          supporter: await idOf('rosalind.yilmaz'),
          time: 'an hour a month',
        });
      },
    ],
    [
      '2026-04-15',
      async () => {
        const asked = { text: 'I will ask who is not in the room.', review: '2026-05-20' };
        noted.pledge = await does('claire.schofield', 'make-pledge', asked);
      },
    ],
    // Its owner hears in September; the line's owner before its day in August, the network's chair at once; both reviews fall due in June.
    [
      '2026-04-16',
      async () => {
        const zainab = 'zainab.khan';
        const plan = await does(zainab, 'add-plan-line', {
          ...{ line: 'S4', action: 'Each director takes a turn.', target: '2026-09-30' },
          owner: await idOf(aoife),
        });
        await does(zainab, 'name-involvement', { plan, network: RACE, text: 'Chose the days.' });
        await does(zainab, 'keep-line', {
          ...{ line: 'S4', owner: await idOf(aoife), review: '2026-08-20' },
        });
        const document = 'Board minute 12';
        await does(zainab, 'record-review', { line: 'R1', date: '2025-06-16', document });
        await does(zainab, 'record-review', { line: 'R2', date: '2024-06-17', document });
      },
    ],
    // Asked twice by then, and the programme lead has been told.
    ['2026-05-06', async () => void (await does(leila, 'accept-pair', { pair: noted.pair }))],
    [
      '2026-05-08',
      async () => {
        const claims = [`${await idOf(aoife)}~${race('2026-04-08')}`];
        await does(leila, 'confirm', { claims });
        await does(meera, 'record-paper', {
          ...{ kind: 'wres', quarter: '2026-04-01', date: '2026-05-07', minute: 'BD/26/051' },
        });
      },
    ],
    [
      '2026-05-13',
      async () => {
        await does(aoife, 'accept-pair', { pair: noted.pair });
        await does(meera, 'triage-item', { item: noted.item });
        const meeting = await board('2026-07-09');
        await does(meera, 'schedule-item', { item: noted.item, meeting });
      },
    ],
    [
      '2026-05-29',
      async () => {
        const text = 'Two more voices at the table.';
        await does('claire.schofield', 'review-pledge', { pledge: noted.pledge, text });
        await does(aoife, 'intend', { meeting: race('2026-06-10'), answer: 'will-come' });
      },
    ],
    ['2026-06-12', async () => void (await does(aoife, 'claim', { meeting: race('2026-06-10') }))],
    [
      '2026-06-15',
      async () => {
        const reason = 'It did not go ahead';
        await does(leila, 'cancel-meeting', { meeting: race('2026-06-10'), reason });
      },
    ],
    [
      '2026-07-20',
      async () => void (await does(aoife, 'met', { pair: noted.pair, date: '2026-07-17' })),
    ],
    [
      '2026-07-30',
      async () => void (await does(leila, 'met', { pair: noted.pair, date: '2026-07-17' })),
    ],
    // The board met on 9 July; the network hears a month later.
    [
      '2026-08-11',
      async () => {
        const meeting = await board('2026-07-09');
        await does(meera, 'discuss-item', { item: noted.item, meeting, minute: 'BD/26/077' });
        await does(meera, 'feed-back', { item: noted.item, text: 'Rotas are shared out anew.' });
      },
    ],
    ['2026-08-20', async () => void (await does(leila, 'acknowledge-item', { item: noted.item }))],
    ['2026-10-05', async () => void (await does(aoife, 'end-pair', { pair: noted.pair }))],
    [
      '2026-11-03',
      async () =>
        void (await does(aoife, 'intend', { meeting: race('2026-12-09'), answer: 'will-come' })),
    ],
    [
      '2026-11-04',
      async () => {
        const times = { date: '2026-12-16', start: '12:00', end: '13:00' };
        await does(leila, 'move-meeting', { meeting: race('2026-12-09'), ...times });
      },
    ],
    [
      '2026-11-06',
      async () =>
        void (await does(aoife, 'intend', { meeting: race('2026-12-09'), answer: 'will-come' })),
    ],
  ]);
}
