/** So much of a text, and no half of a character at its end: a lone half can't be written as UTF-8. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Cs}$/u, '');
}
