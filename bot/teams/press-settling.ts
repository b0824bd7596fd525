import type { Microsoft365Verb } from '../contract/microsoft-365.ts';
import type { SettleVerb } from '../contract/settle.ts';
import type { Leads } from './pressing.ts';

const toHelp = () => ({ view: 'help', params: {} }) as const;

/** The settle list is worked off in the tab: no card has these buttons. */
export const settleLeads: Leads<SettleVerb | Microsoft365Verb> = {
  'correct-listing': toHelp,
  'take-back-correction': toHelp,
  'settle-grade': toHelp,
  'unlink-account': toHelp,
  'leave-item': toHelp,
  'reopen-item': toHelp,
  'propose-correction': toHelp,
};
