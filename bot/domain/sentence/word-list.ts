/** Words with spaces between them. */
export const list = (text: string): string[] => text.trim().split(/\s+/);

export const setOf = (text: string): ReadonlySet<string> => new Set(list(text));
