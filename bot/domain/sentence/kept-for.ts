/** The same function, with its answer kept for as long as what it was given. */
export function keptFor<Given extends object, Answer>(
  work: (given: Given) => Answer,
): (given: Given) => Answer {
  const answers = new WeakMap<Given, Answer>();
  return (given) => {
    const known = answers.get(given);
    if (known !== undefined) return known;
    const answer = work(given);
    answers.set(given, answer);
    return answer;
  };
}
