import { expect, test } from 'vitest';
import { messageWords } from '../../bot/teams/message-words.ts';
import { seriesIntentOf } from '../../bot/teams/intents.ts';
import { dateCell } from '../../bot/roster/cells.ts';

function secondsFor(work: () => unknown): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

test('a message is read as its words, without whom it mentions', () => {
  const html =
    '<p>Nights &amp; days</p><ul><li class="x">one</li></ul>5 &lt; 6 <at id="0">Ngozi</at><br/>end';
  expect(messageWords(html)).toBe('Nights & days\n• one\n5 < 6 [name]\nend');
  expect(messageWords('<p>Us &constructor; them</p>')).toBe('Us &constructor; them');
});

// Whoever writes them holds up everybody: one process answers all.
test.each(['<at', '<at>', '<at x', '<a', '<!', '<li ', '<br ', '</p', '&#', ' \n'])(
  'a message of nothing but “%s” is read in no time',
  (piece) => {
    const html = piece.repeat(100_000 / piece.length);
    expect(secondsFor(() => messageWords(html))).toBeLessThan(2);
    expect(secondsFor(() => seriesIntentOf(html))).toBeLessThan(2);
  },
);

test('a cell of a hundred thousand digits is no date, and is read in no time', () => {
  const digits = `${'1'.repeat(100_000)}x`;
  expect(secondsFor(() => expect(dateCell.safeParse(digits).success).toBe(false))).toBeLessThan(2);
});
