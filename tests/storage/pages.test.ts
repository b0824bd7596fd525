import { expect, test } from 'vitest';
import { encodeDigest, groupDigests, wholeDigests } from '../../bot/storage/digest.ts';
import { ahead, type Row } from '../../bot/storage/table.ts';

/** Three digests: of one row, of three, of two. */
const rows: readonly Row[] = [
  ['s|a', 10],
  ['s|b', 70_000],
  ['s|c', 40_000],
].flatMap(([base, length]) => {
  const fact = { kind: 'words', id: '1', body: 'x'.repeat(Number(length)) } as const;
  return [...encodeDigest(String(base), [fact])].map(([key, properties]) => {
    return { key, properties, etag: key };
  });
});

async function* pagesOf(...cuts: readonly number[]): AsyncGenerator<Row[]> {
  for (const [index, cut] of [0, ...cuts].entries()) yield rows.slice(cut, cuts[index]);
}

/** Nothing was written between these pages. */
const changed = () => Promise.reject(new Error('none of them changed'));

test('wherever a page ends, the digests are the same and whole', async () => {
  expect(rows).toHaveLength(6);
  for (let cut = 0; cut <= rows.length; cut += 1) {
    const digests: [string, Row[]][] = [];
    for await (const some of wholeDigests(pagesOf(cut), changed)) digests.push(...some);
    expect(digests).toEqual([...groupDigests(rows)]);
  }
});

test('a digest may go on over several pages', async () => {
  const digests: [string, Row[]][] = [];
  for await (const some of wholeDigests(pagesOf(2, 3, 4), changed)) digests.push(...some);
  expect(digests).toEqual([...groupDigests(rows)]);
});

test('the next page is on its way while one is used', async () => {
  const order: string[] = [];
  async function* pages(): AsyncGenerator<Row[]> {
    for (const page of ['first', 'second']) {
      order.push(`asked for the ${page}`);
      yield [{ key: page, properties: {}, etag: '' }];
    }
  }
  for await (const [row] of ahead(pages())) order.push(`used the ${row?.key}`);
  expect(order).toEqual([
    'asked for the first',
    'asked for the second',
    'used the first',
    'used the second',
  ]);
});

test('whoever reads hears of a page that does not come; whoever stopped before does not', async () => {
  async function* pages(): AsyncGenerator<Row[]> {
    yield [...rows];
    throw new Error('storage is away');
  }
  const unheard: unknown[] = [];
  const hear = (error: unknown) => void unheard.push(error);
  process.on('unhandledRejection', hear);
  for await (const page of ahead(pages())) {
    expect(page).toHaveLength(rows.length);
    break;
  }
  const readAll = async () => {
    for await (const page of ahead(pages())) expect(page).toHaveLength(rows.length);
  };
  await expect(readAll()).rejects.toThrow('storage is away');
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
