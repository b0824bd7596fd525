/** Does the work for each, so many at once; the answers in order. The first fault ends it. */
export async function mapAtMost<From, To>(
  most: number,
  all: readonly From[],
  work: (each: From) => Promise<To>,
): Promise<To[]> {
  const answers: To[] = [];
  const left = all.entries();
  const takeTurns = async (): Promise<void> => {
    for (const [index, each] of left) answers[index] = await work(each);
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, takeTurns));
  return answers;
}
