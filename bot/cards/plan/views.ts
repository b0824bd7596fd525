/** What cards of this area can show. */
export const planViews = ['plan'] as const;
