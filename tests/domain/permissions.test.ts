import { expect, test } from 'vitest';
import type { NetworkId, PersonId, Role, RoleName } from '../../bot/domain/facts.ts';
import { roleNames } from '../../bot/domain/facts.ts';
import { may, permissions, type Permission } from '../../bot/domain/permissions.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';

const owner = 'owner' as PersonId;
const somebody = 'somebody' as PersonId;
const ours = 'race-equality-network' as NetworkId;
const other = 'disability-and-wellbeing-network' as NetworkId;
const day = '2026-04-09' as PlainDate;

/** Every way to stand to a thing: as oneself, in each role, for it or for another one. */
const standings: [name: string, who: PersonId, role?: Partial<Role> & { role: RoleName }][] = [
  ['themselves', owner],
  ['nobody in particular', somebody],
  ...roleNames.flatMap((role): [string, PersonId, Partial<Role> & { role: RoleName }][] => {
    if (role === 'executive-assistant') {
      return [
        ['assistant of the owner', somebody, { role, for: owner }],
        ['assistant of another', somebody, { role, for: 'other' as PersonId }],
      ];
    }
    if (role === 'network-chair' || role === 'network-deputy') {
      return [
        [`${role} of the network`, somebody, { role, network: ours }],
        [`${role} of another network`, somebody, { role, network: other }],
      ];
    }
    return [[role, somebody, { role }]];
  }),
];

/** domain.md §4, cell by cell: whoever is not named here may not. */
const allowed: Record<Permission, readonly string[]> = {
  claim: ['themselves', 'assistant of the owner'],
  withdraw: ['themselves', 'assistant of the owner'],
  intend: ['themselves', 'assistant of the owner'],
  'say-not-there': ['themselves', 'assistant of the owner'],
  'set-own-reminders': ['themselves'],
  confirm: ['network-chair of the network', 'network-deputy of the network'],
  'confirm-instead': ['edi-lead', 'edi-sponsor', 'board-chair'],
  void: ['edi-lead', 'edi-sponsor', 'board-chair'],
  'link-series': ['network-chair of the network', 'network-deputy of the network'],
  'keep-calendar': ['network-chair of the network', 'network-deputy of the network'],
  'cancel-held-meeting': ['network-chair of the network'],
  'follow-open-meetings': ['executive-director', 'assistant of the owner'],
  'see-own-meetings': ['themselves', 'assistant of the owner'],
  'see-named-attendance': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'see-named-attendance-of-network': [
    'network-chair of the network',
    'network-deputy of the network',
  ],
  'see-silver-figures': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
  'see-silver-headlines': [
    'executive-director',
    'network-chair of the network',
    'network-chair of another network',
  ],
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
  'keep-plan': ['edi-lead'],
  'see-plan': ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
  'see-plan-line': [
    'themselves',
    'network-chair of the network',
    'network-deputy of the network',
    'edi-lead',
    'edi-sponsor',
    'board-chair',
    'board-secretary',
  ],
  'move-plan-line': ['themselves', 'edi-lead'],
  'confirm-involvement': ['network-chair of the network', 'network-deputy of the network'],
  'raise-item': ['network-chair of the network', 'network-deputy of the network'],
  'place-item': ['board-secretary'],
  'decline-item': ['board-chair'],
  'record-contribution': ['board-secretary'],
  'see-item': [
    'network-chair of the network',
    'network-deputy of the network',
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
  'agree-goal': ['themselves'],
  'note-goal': ['themselves'],
  'propose-goal': ['themselves'],
  'decide-goal': [],
  'share-goal': ['themselves'],
  'see-goal-words': ['themselves'],
  'see-goal-states': ['edi-lead'],
  'name-manager': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'report-goals': ['edi-lead'],
  'keep-board-papers': ['board-secretary', 'edi-lead'],
  'see-board-papers': ['board-secretary', 'edi-lead', 'board-chair', 'edi-sponsor'],
  'keep-council': ['edi-lead', 'edi-sponsor'],
  'assess-lines': ['edi-lead', 'edi-sponsor'],
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
};

function roleOf(part: Partial<Role> & { role: RoleName }, to?: PlainDate): Role {
  return {
    person: somebody,
    on: '2025-04-01' as PlainDate,
    recordedAt: '2026-04-01T08:00:00.000Z' as Instant,
    ...part,
    ...(to === undefined ? {} : { to }),
  };
}

const cells = (Object.keys(permissions) as Permission[]).flatMap((permission) =>
  standings.map(([name, who, role]) => ({ permission, name, who, role })),
);

test.each(cells)('$permission by $name', ({ permission, name, who, role }) => {
  const roles = role === undefined ? [] : [roleOf(role)];
  const asked = may(permission, { person: who, roles, on: day }, { owner, network: ours });
  expect(asked).toBe(allowed[permission].includes(name));
});

test.each(cells.filter(({ role }) => role !== undefined))(
  '$permission by $name ends with the role',
  ({ permission, who, role }) => {
    const ended = role === undefined ? [] : [roleOf(role, '2026-04-08' as PlainDate)];
    const asked = may(permission, { person: who, roles: ended, on: day }, { owner, network: ours });
    expect(asked).toBe(false);
  },
);

/** A goal's moves and words: the manager of the day, and whom its leader shows it to. */
const goalCells: [Permission, manager: boolean, shared: boolean][] = [
  ['draft-goal', false, false],
  ['agree-goal', true, false],
  ['note-goal', true, false],
  ['propose-goal', false, false],
  ['decide-goal', true, false],
  ['share-goal', false, false],
  ['see-goal-words', true, true],
  ['see-goal-states', false, false],
  ['name-manager', false, false],
  ['report-goals', false, false],
];

test.each(goalCells)('%s by their manager: %s; by whom it is shared with: %s', (...cell) => {
  const [permission, manager, shared] = cell;
  const who = { person: somebody, roles: [], on: day };
  expect(may(permission, who, { owner, manager: somebody })).toBe(manager);
  expect(may(permission, who, { owner, sharedWith: [somebody] })).toBe(shared);
  const others = { owner, manager: 'other' as PersonId, sharedWith: ['other' as PersonId] };
  expect(may(permission, who, others)).toBe(false);
  // Nobody is their own manager, whatever the staff list says.
  const own = { person: owner, roles: [], on: day };
  if (!allowed[permission].includes('themselves')) {
    expect(may(permission, own, { owner, manager: owner })).toBe(false);
  }
});
