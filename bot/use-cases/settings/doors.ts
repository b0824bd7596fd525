import type { SettingsAct, SettingsView } from '../../contract/settings.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { previewSettings, type PreviewOutcome } from './preview.ts';
import { settings } from './settings.ts';

export interface SettingsDoors {
  /** What the organisation's figures are counted by, and who set it. */
  settings(caller: Caller): Promise<Shown<SettingsView>>;
  /** What figures would be with an act done; nothing is written. */
  previewSettings(caller: Caller, act: SettingsAct): Promise<PreviewOutcome>;
}

export function openSettingsDoors(house: House): SettingsDoors {
  return {
    settings: (caller) => settings(house, caller),
    previewSettings: (caller, act) => previewSettings(house, caller, act),
  };
}
