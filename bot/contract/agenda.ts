/** What can be done, through every door; and why it may be refused. */
export const agendaActs = [] as const;
export const agendaRefusals = [] as const;
