import { useEffect, useRef, type ReactNode } from 'react';
import { appName } from '../words.ts';

/** Set once the first page is up. */
let arrived = false;

/**
 * The page's one first-level heading; names the document. It takes the focus where the button that
 * led here is gone (the menu's buttons stay, and keep theirs).
 */
export function PageTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    arrived = true;
  }, []);
  useEffect(() => {
    document.title = `${heading.current?.textContent ?? ''} – ${appName}`;
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
