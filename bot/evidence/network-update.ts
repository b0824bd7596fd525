import { fullDate } from '../contract/dates.ts';
import type { PackFacts, PackNetwork } from '../use-cases/evidence/pack-facts.ts';
import { heading, table, title, wordBytes, words } from './doc-parts.ts';
import { aboutPack, askWords, twelveMonths } from './words.ts';

/** For one network: what it asked of the board, what became of it, and who of the board came. */
export async function networkUpdate(network: PackNetwork, facts: PackFacts): Promise<Uint8Array> {
  const { asks, name, n } = network;
  const { on } = facts;
  return wordBytes(
    {
      title: `${name}: what we asked, and what became of it`,
      subject: `${name}. ${aboutPack(facts)}`,
      organisation: facts.organisation.name,
      known: facts.known,
    },
    [
      title(name),
      words(`What we asked, and what became of it. ${fullDate(on)}`),
      heading(1, 'What we asked the board'),
      ...(asks.length === 0
        ? [words('Nothing is open, and nothing was asked in the last 12 months.')]
        : [
            table(
              ['What we asked', 'What became of it'],
              asks.map((ask) => [
                `${ask.title} (${fullDate(ask.raisedOn)})`,
                [askWords(ask), ...(ask.answer === undefined ? [] : [`“${ask.answer}”`])].join(' '),
              ]),
              [4, 6],
            ),
          ]),
      ...(n === undefined
        ? []
        : [
            heading(1, 'Executive directors at our meetings'),
            words(
              `${n === 0 ? 'No executive director' : 'At least one executive director'} is confirmed at ${n === 0 ? 'any' : n} of our meetings from ${twelveMonths(on)}. The framework asks for four a year.`,
            ),
          ]),
    ],
  );
}
