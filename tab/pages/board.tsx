import { later } from '../parts/later.tsx';
import type { Me } from '../../bot/contract/views.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { pageNames } from '../words.ts';
import { BoardAgenda } from './agenda/board-agenda.tsx';

const BoardPapers = later(async () => (await import('./board/board-papers.tsx')).BoardPapers);

/** Roles that may see an item's way; the server decides, this spares a request that it refuses. */
const seesItems = ['board-secretary', 'board-chair', 'edi-lead'];

/** What networks raise with the board, and the data that it sees. */
export function Board({ me }: { me: Me }) {
  const items = me.roles.some(({ role }) => seesItems.includes(role));
  const papers = <BoardPapers me={me} opens={!items} />;
  return (
    <>
      <PageTitle>{pageNames.board}</PageTitle>
      {items ? <BoardAgenda organisation={me.organisation.code}>{papers}</BoardAgenda> : papers}
    </>
  );
}
