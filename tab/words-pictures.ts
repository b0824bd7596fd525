/** What pictures say aloud and beside themselves: no colour carries its meaning alone. */
export const pictures = {
  step: { done: 'done', now: 'now', later: 'to come' },
  coverage: (n: number, of: number) => `${n} of ${of}`,
  /** A share is named as the number of people that it takes, so that no rounding can mislead. */
  mark: (share: number, needed: number) => `${Math.round(share * 100)}% is ${needed}`,
};
