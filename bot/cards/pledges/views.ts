/** What cards of this area can show. */
export const pledgeViews = ['pledge'] as const;
