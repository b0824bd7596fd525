/** Read with the page; the rest of the plan's words come with the plan. */
export const planCard = { title: 'Action plan', open: 'See the action plan' };
