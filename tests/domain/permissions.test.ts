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
  'see-exclusions': ['edi-lead'],
  'see-people': ['edi-lead', 'programme-lead'],
  'enter-history': ['themselves', 'edi-lead'],
  'enter-mentoring-history': ['themselves', 'edi-lead', 'programme-lead'],
  'verify-history': ['edi-lead', 'edi-sponsor', 'board-chair'],
  'verify-mentoring-history': ['programme-lead', 'edi-lead', 'edi-sponsor', 'board-chair'],
  'see-history-to-verify': ['programme-lead', 'edi-lead', 'edi-sponsor', 'board-chair'],
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
