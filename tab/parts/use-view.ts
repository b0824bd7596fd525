import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../answer.ts';
import { after, type View } from './view.ts';

/**
 * Reads, and reads again when asked to and when the person comes back to the tab: answers may have
 * come meanwhile from a card or from somebody else. `load` must stay the same function between
 * renders; a new one means something else is read.
 */
export function useView<T>(load: () => Promise<Answer<T>>): {
  view: View<T>;
  reload: () => Promise<void>;
} {
  const [view, setView] = useState<View<T>>({ kind: 'loading' });
  // A slow early answer must not overwrite a later one.
  const latest = useRef(0);
  const reload = useCallback(async () => {
    const mine = ++latest.current;
    const answer = await load();
    if (mine !== latest.current) return;
    setView((before) => after(before, answer));
  }, [load]);

  useEffect(() => {
    const asked = latest;
    setView({ kind: 'loading' });
    void reload();
    const onReturn = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    return () => {
      asked.current++;
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
    };
  }, [reload]);

  return { view, reload };
}
