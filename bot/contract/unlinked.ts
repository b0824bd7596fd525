// Why an account isn't known here, and whom to ask: the same in the tab and in the chat.

const reasons = {
  'tenant-not-allowed': 'Your organisation doesn’t use Silver Commitments yet.',
  guest:
    'This is a guest account. Sign in to Teams with the account of the organisation that employs you, and open Silver Commitments there.',
  'not-on-the-staff-list': 'We could not find your work address on the staff list.',
  'listed-twice': 'Your work address is on the staff list more than once.',
  'address-taken': 'Your work address is linked to another account already.',
  left: 'You are no longer on the staff list here.',
};

export type Unlinked = keyof typeof reasons;

/** `ask`: the names of whoever looks after it; their role where nobody is named. */
export function unlinkedWords(
  because: Unlinked,
  ask: readonly string[],
): { say: string; next: string } {
  return { say: reasons[because], next: `${opening(because)} ${whomToAsk(ask)}.` };
}

function opening(because: Unlinked): string {
  if (because === 'guest') return 'If you have no other account, please ask';
  return because === 'left' ? 'If you still work here, please ask' : 'Please ask';
}

function whomToAsk(names: readonly string[]): string {
  if (names.length === 0) return 'your organisation’s EDI lead';
  return `${either.format(names)}, who ${names.length === 1 ? 'looks' : 'look'} after it for your organisation`;
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
