import type { Me } from '../../bot/contract/views.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { pageNames } from '../words.ts';
import { BoardAgenda } from './agenda/board-agenda.tsx';

/** What networks raise with the board. The papers that it sees have a section of their own below. */
export function Board({ me }: { me: Me }) {
  return (
    <>
      <PageTitle>{pageNames.board}</PageTitle>
      <BoardAgenda organisation={me.organisation.code} />
    </>
  );
}
