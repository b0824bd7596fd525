import type { SettingsVerb } from '../../../bot/contract/settings.ts';
import { WELLBEING } from '../../support/small-trust.ts';
import { ofCouncil, words, type Row } from './matrix-ways.ts';

const because = words.setting;
const from = '2026-04-09';
const network = { countsForSilver: true, termsUsed: 'Zqterms', because };

/** How an organisation counts, and its networks. */
export const settingsRows: { readonly [V in SettingsVerb]: Row<V> } = {
  'set-year': {
    ready: () => ({ yearStartMonth: 1, appraisalStartMonth: 4, from: '2027-01-01', because }),
    ...ofCouncil,
    instead: { from: '2028-01-01' },
  },
  'set-target': {
    ready: () => ({ attendanceTarget: 6, from, because }),
    ...ofCouncil,
    instead: { attendanceTarget: 7 },
  },
  'set-reading': {
    ready: () => ({ assistantsCount: true, from, because }),
    ...ofCouncil,
    instead: { assistantsCount: false },
  },
  'set-grade': {
    ready: () => ({ code: 'ZL03', meaning: '8b', from, because }),
    ...ofCouncil,
    instead: { code: 'ZL04' },
  },
  'set-hours': {
    ready: () => ({ opens: '10:00', closes: '16:00', because }),
    ...ofCouncil,
    instead: { closes: '15:00' },
  },
  'set-words': {
    ready: () => ({ name: 'Zqname', speakUpLink: 'https://zqlink.example/', because }),
    ...ofCouncil,
    instead: { because: 'Another reason.' },
  },
  'add-network': {
    ready: () => ({ name: 'Zqnetwork', ...network }),
    ...ofCouncil,
    instead: { name: 'Another network' },
  },
  'change-network': {
    ready: () => ({ network: WELLBEING, name: 'Zqrenamed', ...network }),
    ...ofCouncil,
    instead: { countsForSilver: false },
  },
  'end-network': {
    ready: () => ({ network: WELLBEING, lastDay: '2026-12-31', because }),
    ...ofCouncil,
    instead: { lastDay: '2026-11-30' },
  },
};
