/** Views of this area's cards. */
export const agendaViews = ['agenda', 'agenda-item', 'raise-item'] as const;
