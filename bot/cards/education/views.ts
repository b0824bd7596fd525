/** What cards of this area show. */
export const educationViews = ['education', 'education-waiting', 'education-answered'] as const;
