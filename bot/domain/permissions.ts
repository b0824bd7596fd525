import type { NetworkId, PersonId, Role } from './facts.ts';
import { inForce, rolesOf } from './roles.ts';
import type { PlainDate } from './time.ts';

/** In what capacity somebody stands to a thing, on the day of the act. */
export const capacities = [
  'themselves',
  'their-assistant',
  'chair-of-the-network',
  'deputy-of-the-network',
  'chair-of-a-network',
  'executive-director',
  'non-executive-director',
  'board-chair',
  'board-secretary',
  'edi-lead',
  'edi-sponsor',
  'programme-lead',
  'their-manager',
  'shared-with-them',
] as const;
export type Capacity = (typeof capacities)[number];

/**
 * Who may do and see what: domain.md §4 as one table. Whoever is not named may not. Rights follow
 * the dated roles on the day of the act. `confirm-instead` is for a claim that no chair can decide;
 * of those who may verify history, `verifierOf` says whose turn it is, and of those who may approve
 * evidence, `approverOf`; of those who may lead mentoring, `leadsMentoring`.
 */
export const permissions = {
  claim: ['themselves', 'their-assistant'],
  withdraw: ['themselves', 'their-assistant'],
  intend: ['themselves', 'their-assistant'],
  'say-not-there': ['themselves', 'their-assistant'],
  'set-own-reminders': ['themselves'],
  confirm: ['chair-of-the-network', 'deputy-of-the-network'],
  'confirm-instead': ['edi-lead', 'edi-sponsor', 'board-chair'],
  void: ['edi-lead', 'edi-sponsor', 'board-chair'],
  'link-series': ['chair-of-the-network', 'deputy-of-the-network'],
  'keep-calendar': ['chair-of-the-network', 'deputy-of-the-network'],
  'cancel-held-meeting': ['chair-of-the-network'],
  'follow-open-meetings': ['executive-director', 'their-assistant'],
  'see-own-meetings': ['themselves', 'their-assistant'],
  'see-named-attendance': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'see-named-attendance-of-network': ['chair-of-the-network', 'deputy-of-the-network'],
  'see-silver-figures': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
  'see-silver-headlines': ['executive-director', 'chair-of-a-network'],
  'see-settle-list': ['edi-lead'],
  'propose-correction': ['themselves'],
  'correct-listing': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'see-exclusions': ['edi-lead'],
  'see-delivery': ['edi-lead'],
  'take-evidence-pack': ['edi-lead'],
  'see-people': ['edi-lead', 'programme-lead'],
  'enter-history': ['themselves', 'edi-lead'],
  'enter-mentoring-history': ['themselves', 'edi-lead', 'programme-lead'],
  'verify-history': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'verify-mentoring-history': ['programme-lead', 'edi-lead', 'edi-sponsor', 'board-chair'],
  'see-history-to-verify': ['programme-lead', 'edi-lead', 'edi-sponsor', 'board-chair'],
  'keep-own-pledges': ['themselves'],
  'raise-item': ['chair-of-the-network', 'deputy-of-the-network'],
  'place-item': ['board-secretary'],
  'decline-item': ['board-chair'],
  'record-contribution': ['board-secretary'],
  'see-item': [
    'chair-of-the-network',
    'deputy-of-the-network',
    'board-secretary',
    'board-chair',
    'edi-lead',
  ],
  'move-own-pair': ['themselves'],
  'lead-mentoring': ['programme-lead', 'edi-lead'],
  'record-education': ['themselves'],
  'verify-education': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'see-education-to-verify': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'draft-goal': ['themselves'],
  'agree-goal': ['themselves', 'their-manager'],
  'note-goal': ['themselves', 'their-manager'],
  'propose-goal': ['themselves'],
  'decide-goal': ['their-manager'],
  'share-goal': ['themselves'],
  'see-goal-words': ['themselves', 'their-manager', 'shared-with-them'],
  'see-goal-states': ['edi-lead'],
  'name-manager': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'report-goals': ['edi-lead'],
  'keep-board-papers': ['board-secretary', 'edi-lead'],
  'see-board-papers': ['board-secretary', 'edi-lead', 'board-chair', 'edi-sponsor'],
  'keep-council': ['edi-lead', 'edi-sponsor'],
  'assess-lines': ['edi-lead', 'edi-sponsor'],
  'keep-plan': ['edi-lead'],
  'see-plan': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
  'see-plan-line': [
    'themselves',
    'chair-of-the-network',
    'deputy-of-the-network',
    'edi-lead',
    'edi-sponsor',
    'board-chair',
    'board-secretary',
  ],
  'move-plan-line': ['themselves', 'edi-lead'],
  'confirm-involvement': ['chair-of-the-network', 'deputy-of-the-network'],
  'see-council': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
  'see-snapshots': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
  'draft-snapshot': ['edi-lead'],
  'approve-snapshot': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'freeze-snapshot': ['edi-sponsor', 'board-chair'],
  'submit-snapshot': ['edi-lead', 'edi-sponsor'],
  'record-review': ['edi-lead', 'edi-sponsor'],
  'draft-evidence': ['edi-lead', 'edi-sponsor', 'board-secretary'],
  'approve-evidence': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'see-settings': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
  'change-settings': ['edi-lead', 'edi-sponsor'],
  'see-assessment': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
} as const satisfies Record<string, readonly Capacity[]>;
export type Permission = keyof typeof permissions;

/** What is acted on or looked at, as far as rights depend on it. */
export interface Thing {
  /** Whose it is. */
  readonly owner?: PersonId;
  readonly network?: NetworkId;
  /** The owner's manager of that day. */
  readonly manager?: PersonId;
  readonly sharedWith?: readonly PersonId[];
}

/** All the capacities that a person has towards a thing on a day. */
export function capacitiesOf(
  person: PersonId,
  roles: readonly Role[],
  thing: Thing,
  date: PlainDate,
): Set<Capacity> {
  const held = new Set<Capacity>();
  if (thing.owner === person) held.add('themselves');
  else if (thing.manager === person) held.add('their-manager');
  if (thing.sharedWith?.includes(person) === true) held.add('shared-with-them');
  for (const role of rolesOf(roles, person)) {
    if (!inForce(role, date)) continue;
    if (role.role === 'executive-assistant') {
      if (role.for !== undefined && role.for === thing.owner) held.add('their-assistant');
    } else if (role.role === 'network-chair' || role.role === 'network-deputy') {
      if (role.role === 'network-chair') held.add('chair-of-a-network');
      if (role.network !== undefined && role.network === thing.network) {
        held.add(role.role === 'network-chair' ? 'chair-of-the-network' : 'deputy-of-the-network');
      }
    } else {
      held.add(role.role);
    }
  }
  return held;
}

export function allows(permission: Permission, held: ReadonlySet<Capacity>): boolean {
  return permissions[permission].some((capacity) => held.has(capacity));
}

/** May this person, on this day? The one question that every use case asks. */
export function may(
  permission: Permission,
  who: { person: PersonId; roles: readonly Role[]; on: PlainDate },
  thing: Thing = {},
): boolean {
  return allows(permission, capacitiesOf(who.person, who.roles, thing, who.on));
}
