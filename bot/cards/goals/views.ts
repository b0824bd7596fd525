/** What cards of this area can show. */
export const goalViews = ['goal', 'team'] as const;
