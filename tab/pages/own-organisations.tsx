import { useState } from 'react';
import type { Me } from '../../bot/contract/views.ts';
import { switchTo } from '../api.ts';
import { organisations as words } from '../words-people.ts';

/** Which organisation the tab shows, for whoever is in more than one. */
export function OwnOrganisations(props: { me: Me; switching: (to: Promise<boolean>) => void }) {
  const { organisations = [], organisation } = props.me;
  const [failed, fail] = useState(false);
  if (organisations.length < 2) return null;

  const choose = async (code: string): Promise<boolean> => {
    fail(false);
    const isDone = (await switchTo(code)).kind === 'ok';
    if (!isDone) fail(true);
    return isDone;
  };
  return (
    <div className="own-organisations">
      <div>
        <label htmlFor="own-organisation">{words.label}</label>
        <select
          id="own-organisation"
          value={organisation.code}
          onChange={({ target }) => props.switching(choose(target.value))}
        >
          {organisations.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {failed && <p role="alert">{words.failed}</p>}
    </div>
  );
}
