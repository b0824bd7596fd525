/** What cards of this area can show. */
export const educationViews = [] as const;
