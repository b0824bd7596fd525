/** What an assignment's status comes to. Only this is kept: the status itself can be a reason. */
export type StatusMeaning = 'active' | 'away' | 'ended' | 'unknown';

const meanings: Readonly<Record<Exclude<StatusMeaning, 'unknown'>, readonly string[]>> = {
  active: ['active', 'active assignment', 'acting up', 'internal secondment'],
  away: [
    'maternity & adoption',
    'maternity and adoption',
    'maternity',
    'maternity leave',
    'adoption',
    'adoption leave',
    'paternity',
    'paternity leave',
    'parental leave',
    'shared parental leave',
    'career break',
    'long term sick',
    'long term sickness',
    'sick leave',
    'out on external secondment - paid',
    'out on external secondment - unpaid',
    'external secondment',
    'unpaid leave',
    'special leave',
    'study leave',
    'suspend assignment',
    'suspend with pay',
    'suspend no pay',
    'inactive not worked',
  ],
  ended: ['terminate assignment', 'terminate process assignment', 'terminated'],
};

const byStatus = new Map<string, StatusMeaning>(
  (['active', 'away', 'ended'] as const).flatMap((meaning) =>
    meanings[meaning].map((status) => [status, meaning] as const),
  ),
);

export function readStatus(status: string): StatusMeaning {
  return byStatus.get(status.replaceAll(/\s+/g, ' ').trim().toLowerCase()) ?? 'unknown';
}
