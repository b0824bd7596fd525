/** Answers kept at most; then it begins anew. Far more than the days of a few years. */
const most = 20_000;

/** The same function, with its answers kept: the calendar's arithmetic is asked the same over and over. */
export function remembered<Given extends readonly (string | number)[], Answer>(
  work: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const answers = new Map<string | number | undefined, Answer>();
  return (...given) => {
    // Most have one argument, which is its own key: joining would cost more than the look-up.
    const key = given.length === 1 ? given[0] : given.join(' ');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(...given);
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
