import { useCallback, useEffect, useRef, useState } from 'react';
import type { Difference, Microsoft365 } from '../../../bot/contract/microsoft-365.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Loading, TroubleNote } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { after, type View } from '../../parts/view.ts';
import { askConsent } from '../../teams.ts';
import { microsoft365 as words } from '../../words-microsoft-365.ts';
import { getMicrosoft365 } from './api.ts';

type Compared = Extract<Microsoft365, { kind: 'compared' }>;

/** What Microsoft 365 says of whoever looks. It is asked when this opens, and not on every return. */
export function Microsoft365Check({ organisation }: { organisation: string }) {
  const [view, setView] = useState<View<Microsoft365>>({ kind: 'loading' });
  const [consent, setConsent] = useState<'given' | 'not-given'>();
  const box = useRef<HTMLDivElement>(null);
  const reload = useCallback(async () => {
    const answer = await getMicrosoft365();
    setView((before) => after(before, answer));
  }, []);
  useEffect(() => void reload(), [reload]);
  const acts = useActs(reload);

  async function allow(authorize: string): Promise<void> {
    const answer = await askConsent(authorize);
    setConsent(answer);
    if (answer === 'given') {
      setView({ kind: 'loading' });
      await reload();
    }
  }

  // The button that asked is gone: the keyboard goes on from what came.
  useEffect(() => {
    if (consent !== 'given' || view.kind === 'loading') return;
    const next = box.current?.querySelector('button') ?? summaryOf(box.current);
    next?.focus({ preventScroll: true });
  }, [consent, view.kind]);

  if (view.kind === 'loading') return <Loading />;
  if (view.kind === 'trouble')
    return <TroubleNote trouble={view.trouble} retry={() => void reload()} small />;
  const { value } = view;
  if (value.kind === 'compared')
    return (
      <div ref={box}>
        <SideBySide compared={value} organisation={organisation} acts={acts} />
        <StatusMessage acts={acts} />
      </div>
    );
  return (
    <>
      <p>{words.allowFirst}</p>
      {consent === 'not-given' && <p role="status">{words.notAllowed}</p>}
      <div className="buttons">
        <Button onPress={() => void allow(value.authorize)}>{words.allow}</Button>
      </div>
    </>
  );
}

const summaryOf = (box: Element | null): HTMLElement | null | undefined =>
  box?.closest('details')?.querySelector('summary');

function SideBySide(props: { compared: Compared; organisation: string; acts: Acts }) {
  const { compared, organisation, acts } = props;
  const different = (['manager', 'address'] as const).filter((what) => compared[what].differs);
  const missing = compared.manager.entra === undefined;
  return (
    <>
      {different.length === 0 && <p>{missing ? words.noManager : words.same}</p>}
      <ul className="rows">
        {different.map((what) => (
          <li key={what}>
            <div className="row-words">
              <strong>{words[what]}</strong>
              <span>
                {words.listed}: {compared[what].listed ?? words.nobody}
              </span>
              <span>
                {words.entra}: {compared[what].entra ?? words.other}
              </span>
            </div>
            {compared[what].mayPropose ? (
              <Propose what={what} organisation={organisation} acts={acts} />
            ) : (
              <span className="soft">{words.proposed}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Propose(props: { what: Difference; organisation: string; acts: Acts }) {
  const { what, organisation, acts } = props;
  return (
    <ActButton
      acts={acts}
      id={`propose ${what}`}
      request={{
        acts: [{ verb: 'propose-correction', data: { organisation, what } }],
        done: () => ({ text: words.told }),
      }}
      fullLabel={words.proposeFor[what]}
    >
      {words.propose}
    </ActButton>
  );
}
