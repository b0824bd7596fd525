import type { Me } from '../../bot/contract/views.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { pageNames } from '../words.ts';

/** What networks raise with the board, and the data that it sees. */
export function Board(_: { me: Me }) {
  return <PageTitle>{pageNames.board}</PageTitle>;
}
