import type { SettingsVerb } from '../contract/settings.ts';
import type { Leads } from './pressing.ts';

const toHelp = () => ({ view: 'help', params: {} }) as const;

/** Settings are changed in the tab: no card has these buttons. */
export const settingsLeads: Leads<SettingsVerb> = {
  'set-year': toHelp,
  'set-target': toHelp,
  'set-reading': toHelp,
  'set-grade': toHelp,
  'set-hours': toHelp,
  'set-words': toHelp,
  'add-network': toHelp,
  'change-network': toHelp,
  'end-network': toHelp,
};
