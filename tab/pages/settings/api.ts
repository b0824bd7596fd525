import {
  settingsPreviewSchema,
  settingsSchema,
  type SettingsAct,
  type SettingsPreview,
  type SettingsView,
} from '../../../bot/contract/settings.ts';
import type { Answer } from '../../answer.ts';
import { ask, get } from '../../api.ts';

export const getSettings = (): Promise<Answer<SettingsView>> =>
  get('organisation/settings', {}, settingsSchema);

/** What figures would be; nothing is written. */
export const postPreview = (act: SettingsAct): Promise<Answer<SettingsPreview>> =>
  ask(
    'organisation/settings/preview',
    { method: 'POST', body: JSON.stringify(act) },
    settingsPreviewSchema,
  );
