import type { Me } from '../../bot/contract/views.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { pageNames } from '../words.ts';

/** A manager's leaders: who has what, and what waits for the manager. */
export function Team(_: { me: Me }) {
  return <PageTitle>{pageNames.team}</PageTitle>;
}
