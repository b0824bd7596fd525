/** What can be done, through every door; and why it may be refused. */
export const pledgeActs = [] as const;
export const pledgeRefusals = [] as const;
