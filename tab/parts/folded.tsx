import { useState, type ReactNode } from 'react';

/** Something to do or to look at, loaded once it is asked for. Its summary is its heading. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}>
      <summary>{title}</summary>
      {opened && children}
    </details>
  );
}

/** A few stand open; more than that are shown once they are asked for. None: nothing. */
export function FoldedWhenMany(props: { count: number; title: string; children: ReactNode }) {
  const { count, title, children } = props;
  if (count === 0) return null;
  return count > few ? <Folded title={title}>{children}</Folded> : children;
}

const few = 4;
