/** What cards of this area can show. */
export const mentoringViews = [] as const;
