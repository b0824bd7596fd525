import { microsoft365Schema, type Microsoft365 } from '../../../bot/contract/microsoft-365.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getMicrosoft365 = (): Promise<Answer<Microsoft365>> =>
  get('me/microsoft-365', {}, microsoft365Schema);
