import { PageTitle } from '../parts/page-title.tsx';
import { shell } from '../words.ts';

/** For somebody whom the app knows but asks nothing of. */
export function NoPages() {
  const { title, text, who, ask } = shell.noPages;
  return (
    <section className="note whole">
      <PageTitle>{title}</PageTitle>
      <p>{text}</p>
      <p>{who}</p>
      <p>{ask}</p>
    </section>
  );
}

export function NotInTeams() {
  const { title, text } = shell.notInTeams;
  return (
    <main>
      <section className="note whole">
        <PageTitle>{title}</PageTitle>
        <p>{text}</p>
      </section>
    </main>
  );
}
