import { lineNames } from '../contract/silver-words.ts';
import { fullDate } from '../contract/dates.ts';
import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
import { bullets, heading, note, table, title, wordBytes, words } from './doc-parts.ts';
import { aboutPack, inNumbers, notYetMet, readiness, unsettledWords } from './words.ts';

/** One page for the board: where Silver stands, what is not yet met, what it is asked. */
export async function boardPaper(facts: PackFacts): Promise<Uint8Array> {
  const { figures, organisation, on, unsettled } = facts;
  const lines = figures.filter(({ deliverable }) => deliverable);
  const ready = lines.filter((figure) => figure.ready).length;
  const todo = lines.flatMap((figure) =>
    notYetMet(figure, facts).map((text) => `${figure.code}: ${text}`),
  );
  return wordBytes(
    {
      title: `Silver of the Anti-racist Framework: paper for the board of ${organisation.name}`,
      subject: aboutPack(facts),
      organisation: organisation.name,
      known: facts.known,
    },
    [
      title('Silver: where we stand'),
      words(`Paper for the board of ${organisation.name}, ${fullDate(on)}`),
      words(
        `${ready} of the ${lines.length} Silver lines of the Anti-racist Framework ${ready === 1 ? 'has its' : 'have their'} evidence ready.`,
      ),
      table(
        ['Silver line', 'Figure', 'Evidence'],
        lines.map((figure) => [
          `${figure.code} ${lineNames[figure.code]}`,
          inNumbers(figure),
          readiness(figure),
        ]),
        [5.2, 3.4, 2],
      ),
      ...(todo.length === 0 ? [] : [heading(1, 'Not yet met'), ...bullets(todo)]),
      heading(1, 'The board is asked to'),
      ...bullets([
        'note where each line stands',
        ...(todo.length === 0
          ? ['agree that the organisation applies to the Assembly']
          : ['agree who sees to each line that is not yet met, and by when']),
      ]),
      ...(unsettled === 'none' ? [] : [note(unsettledWords(unsettled))]),
      note(
        'The figures come from dated records, and each can be counted again from the evidence pack.',
      ),
    ],
  );
}
