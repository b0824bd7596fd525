/** What cards of this area can show. */
export const boardViews = [] as const;
