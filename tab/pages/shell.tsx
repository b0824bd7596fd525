import { later } from '../parts/later.tsx';
import { useState } from 'react';
import { readPlace } from '../../bot/contract/place.ts';
import type { Me, Page } from '../../bot/contract/views.ts';
import { getMe } from '../api.ts';
import { Loading, Shown } from '../parts/states.tsx';
import { useView } from '../parts/use-view.ts';
import { pageNames, shell } from '../words.ts';
import { NoPages } from './nobody.tsx';
import { OwnOrganisations } from './own-organisations.tsx';

const pages = {
  commitments: later(async () => (await import('./my-commitments.tsx')).MyCommitments),
  team: later(async () => (await import('./team.tsx')).Team),
  network: later(async () => (await import('./network.tsx')).Network),
  board: later(async () => (await import('./board.tsx')).Board),
  organisation: later(async () => (await import('./organisation.tsx')).Organisation),
  framework: later(async () => (await import('./framework/framework.tsx')).Framework),
} satisfies Record<Page, unknown>;

/** The menu of the person's own pages, and the one that is open. */
export function Shell({ link }: { link: string | undefined }) {
  const { view, reload } = useView(getMe);
  const [chosen, choose] = useState(() => readPlace(link).page);
  const [switching, setSwitching] = useState(false);
  const theirs = view.kind === 'shown' ? view.value.pages : [];
  // A page that is no longer theirs closes by itself.
  const open = theirs.find((page) => page === chosen) ?? theirs[0];
  // That this could not be read again is said by the open page, of what it shows.
  const steady = view.kind === 'shown' ? { ...view, stale: false } : view;
  // Until the other one is here, nothing of this one can be tapped.
  const onSwitch = async (to: Promise<boolean>): Promise<void> => {
    setSwitching(true);
    if (await to) await reload();
    setSwitching(false);
  };
  return (
    <>
      {view.kind === 'shown' && (
        <OwnOrganisations me={view.value} switching={(to) => void onSwitch(to)} />
      )}
      {theirs.length > 1 && <Menu pages={theirs} open={open} choose={choose} />}
      <main>
        <Shown view={steady} reload={reload}>
          {(me) => {
            if (switching) return <Loading />;
            return open === undefined ? (
              <NoPages />
            ) : (
              <OpenPage key={me.organisation.code} page={open} me={me} />
            );
          }}
        </Shown>
      </main>
      <footer>
        <a href="/privacy" target="_blank" rel="noreferrer">
          {shell.privacy}
        </a>
      </footer>
    </>
  );
}

function Menu(props: {
  pages: readonly Page[];
  open: Page | undefined;
  choose: (page: Page) => void;
}) {
  return (
    <nav aria-label={shell.menu}>
      {props.pages.map((page) => (
        <button
          key={page}
          type="button"
          aria-current={page === props.open ? 'page' : undefined}
          onClick={() => props.choose(page)}
        >
          {pageNames[page]}
        </button>
      ))}
    </nav>
  );
}

function OpenPage({ page, me }: { page: Page; me: Me }) {
  const Open = pages[page];
  return <Open me={me} />;
}
