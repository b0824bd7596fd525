import { deliverySchema, type Delivery } from '../../../bot/contract/delivery.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getDelivery = (period: { from?: string; to?: string }): Promise<Answer<Delivery>> =>
  get('organisation/delivery', period, deliverySchema);
