import { pageSchema, type Page } from './views.ts';

/** What a link into the tab points at: a page, and of which organisation where somebody has several. */
export function placeOf(page: Page, organisation: string): string {
  return `${page}~${organisation}`;
}

export function readPlace(link: string | undefined): {
  page: Page | undefined;
  organisation: string | undefined;
} {
  const [page, organisation] = (link ?? '').split('~');
  return { page: pageSchema.safeParse(page).data, organisation: organisation || undefined };
}
