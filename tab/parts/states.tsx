import { useEffect, useState, type ReactNode } from 'react';
import type { Trouble } from '../answer.ts';
import { shell, troubles } from '../words.ts';
import { Button } from './button.tsx';
import { PageTitle } from './page-title.tsx';
import type { View } from './view.ts';

const slowAfterMs = 8_000;

export function Loading() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" role="status">
      {shell.loading} {slow && shell.slow}
    </p>
  );
}

/** Why there is nothing to show, and what to do instead. */
export function TroubleNote(props: {
  trouble: Trouble;
  retry: () => void;
  /** Within a page that has its own title. */
  small?: boolean;
}) {
  const { trouble, retry, small = false } = props;
  const { title, text } = describe(trouble);
  return (
    <section className={small ? 'note' : 'note whole'}>
      {small ? <h3>{title}</h3> : <PageTitle>{title}</PageTitle>}
      <p>{text}</p>
      {trouble.kind !== 'refused' && (
        <Button look="primary" onPress={retry}>
          {shell.tryAgain}
        </Button>
      )}
      {'correlationId' in trouble && trouble.kind === 'failed' && (
        <p className="soft">{troubles.reference(trouble.correlationId)}</p>
      )}
    </section>
  );
}

function describe(trouble: Trouble): { title: string; text: string } {
  if (trouble.kind === 'offline') return troubles.offline;
  if (trouble.kind === 'failed') return troubles[trouble.because];
  const { code, message: text } = trouble;
  switch (code) {
    case 'unlinked':
    case 'unlinked-guest':
    case 'unlinked-left':
    case 'newer-version':
      return { ...troubles[code], text };
    default:
      return { ...troubles.refused, text };
  }
}

/** A view once it is there; loading or trouble until then. */
export function Shown<T>(props: {
  view: View<T>;
  reload: () => Promise<void>;
  small?: boolean;
  children: (value: T) => ReactNode;
}) {
  const { view, reload, small = false, children } = props;
  const retry = () => void reload();
  if (view.kind === 'loading') return <Loading />;
  if (view.kind === 'trouble')
    return <TroubleNote trouble={view.trouble} retry={retry} small={small} />;
  return (
    <>
      {view.stale && (
        <div className="note stale" role="status">
          <p>{shell.refreshFailed}</p>
          <Button onPress={retry}>{shell.tryAgain}</Button>
        </div>
      )}
      {children(view.value)}
    </>
  );
}
