import type { Microsoft365Verb } from '../../contract/microsoft-365.ts';
import type { Handlers } from '../handlers.ts';
import { proposeCorrection } from './propose.ts';

export const microsoft365Handlers: Handlers<Microsoft365Verb> = {
  'propose-correction': proposeCorrection,
};
