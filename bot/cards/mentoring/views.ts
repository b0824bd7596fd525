/** What cards of this area can show. */
export const mentoringViews = ['mentoring'] as const;
