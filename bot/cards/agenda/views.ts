/** What cards of this area can show. */
export const agendaViews = [] as const;
