/** Answers kept at most; then it begins anew. Far more than the days of a few years. */
const most = 20_000;

/** The same function, with its answers kept: the calendar's arithmetic is asked the same over and over. */
export function remembered<Given extends readonly (string | number)[], Answer>(
  work: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const answers = new Map<string, Answer>();
  return (...given) => {
    const key = given.join(' ');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(...given);
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
