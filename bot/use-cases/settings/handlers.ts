import type { SettingsVerb } from '../../contract/settings.ts';
import type { Handlers } from '../handlers.ts';
import { changeSettings } from './change.ts';

export const settingsHandlers: Handlers<SettingsVerb> = {
  'set-year': (house, caller, data) => changeSettings(house, caller, { verb: 'set-year', data }),
  'set-target': (house, caller, data) =>
    changeSettings(house, caller, { verb: 'set-target', data }),
  'set-reading': (house, caller, data) =>
    changeSettings(house, caller, { verb: 'set-reading', data }),
  'set-grade': (house, caller, data) => changeSettings(house, caller, { verb: 'set-grade', data }),
  'set-hours': (house, caller, data) => changeSettings(house, caller, { verb: 'set-hours', data }),
  'set-words': (house, caller, data) => changeSettings(house, caller, { verb: 'set-words', data }),
  'add-network': (house, caller, data) =>
    changeSettings(house, caller, { verb: 'add-network', data }),
  'change-network': (house, caller, data) =>
    changeSettings(house, caller, { verb: 'change-network', data }),
  'end-network': (house, caller, data) =>
    changeSettings(house, caller, { verb: 'end-network', data }),
};
