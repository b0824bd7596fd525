/** Answers that say in a few lines where things stand, and lead to where they are done. */
export const overviewViews = ['silver', 'board', 'pairs'] as const;
