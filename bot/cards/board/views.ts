/** What cards of this area can show. */
export const boardViews = ['papers', 'council'] as const;
