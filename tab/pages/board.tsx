import { lazy, Suspense } from 'react';
import type { Me } from '../../bot/contract/views.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Loading } from '../parts/states.tsx';
import { pageNames } from '../words.ts';
import { BoardAgenda } from './agenda/board-agenda.tsx';

const BoardPapers = lazy(async () => ({
  default: (await import('./board/board-papers.tsx')).BoardPapers,
}));

/** What networks raise with the board, and the data that it sees. */
export function Board({ me }: { me: Me }) {
  return (
    <>
      <PageTitle>{pageNames.board}</PageTitle>
      <BoardAgenda organisation={me.organisation.code} />
      <Suspense fallback={<Loading />}>
        <BoardPapers me={me} />
      </Suspense>
    </>
  );
}
