import { useEffect, useRef } from 'react';
import { shell } from '../words.ts';
import { ActButton } from './act-button.tsx';
import { Button } from './button.tsx';
import type { Acts } from './use-acts.ts';

/**
 * Says what was done, with the way back. It stays until closed or replaced. A screen reader hears
 * it; when the tapped button is gone, the keyboard goes on from here.
 */
export function StatusMessage({ acts }: { acts: Acts }) {
  const box = useRef<HTMLDivElement>(null);
  const { message } = acts;
  useEffect(() => {
    if (message && document.activeElement === document.body) {
      box.current?.querySelector('button')?.focus({ preventScroll: true });
    }
  }, [message]);
  return (
    <div className="status-holder" role="status" ref={box}>
      {message && (
        <div className="status">
          <div className="status-text">
            <p>{message.text}</p>
            {message.problems.length > 0 && (
              <ul>
                {message.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            )}
          </div>
          <div className="buttons">
            {message.undo && (
              <ActButton acts={acts} id="undo" request={message.undo.request}>
                {message.undo.label}
              </ActButton>
            )}
            <Button look="quiet" onPress={acts.dismiss}>
              {shell.close}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
