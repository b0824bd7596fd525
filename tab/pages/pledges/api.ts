import {
  pledgesSchema,
  sharedPledgesSchema,
  type Pledges,
  type SharedPledges,
} from '../../../bot/contract/pledges.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getPledges = (): Promise<Answer<Pledges>> => get('me/pledges', {}, pledgesSchema);

export const getSharedPledges = (): Promise<Answer<SharedPledges>> =>
  get('organisation/pledges', {}, sharedPledgesSchema);
