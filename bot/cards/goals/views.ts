/** What cards of this area can show. */
export const goalViews = [] as const;
