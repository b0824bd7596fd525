/** What can be done, through every door; and why it may be refused. */
export const boardActs = [] as const;
export const boardRefusals = [] as const;
