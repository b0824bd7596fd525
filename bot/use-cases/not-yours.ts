import { permissions, type Capacity, type Permission } from '../domain/permissions.ts';

/** Not for whoever asks, and for whom it is: the words for them are the API's. */
export interface NotYours {
  readonly kind: 'refused';
  readonly because: 'not-yours';
  readonly belongsTo: readonly Whose[];
}
export type Whose = Capacity | 'leader' | 'director' | 'executive-assistant';

/** It is for those whom these permissions name. */
export function notYours(...of: readonly Permission[]): NotYours {
  const belongsTo = new Set<Whose>(of.flatMap((permission) => permissions[permission]));
  return { kind: 'refused', because: 'not-yours', belongsTo: [...belongsTo] };
}
