import { useCallback } from 'react';
import type { MyMentoring } from '../../../bot/contract/mentoring.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { own as words } from '../../words-mentoring.ts';
import { getMentoring } from './api.ts';
import { CountsFor } from './counts-for.tsx';
import { OwnPair } from './own-pair.tsx';

/** One's own pairs and, for a director, until when their last session counts. */
export function OwnMentoring({ me, reload }: { me: Me; reload: () => Promise<void> }) {
  const load = useCallback(() => getMentoring(), []);
  const { view, reload: readAgain } = useView(load);
  const again = useCallback(async () => {
    await Promise.all([readAgain(), reload()]);
  }, [readAgain, reload]);
  const acts = useActs(again);
  return (
    <>
      <Shown view={view} reload={readAgain} small>
        {(mentoring) => (
          <>
            {mentoring.last !== undefined && <CountsFor last={mentoring.last} on={mentoring.on} />}
            {mentoring.pairs.map((pair) => (
              <OwnPair
                // What was said makes a new, empty form.
                key={`${pair.id} ${pair.sessions.length}`}
                pair={pair}
                today={mentoring.on}
                speakUp={mentoring.speakUp}
                organisation={me.organisation.code}
                acts={acts}
              />
            ))}
            <Note {...mentoring} />
          </>
        )}
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}

function Note({ pairs, ask, leads }: MyMentoring) {
  if (pairs.some(({ days }) => days !== undefined)) {
    return <p className="soft">{words.private}</p>;
  }
  if (pairs.length > 0) return null;
  return (
    <p className="soft">
      {words.none} {!leads && words.ask(ask)}
    </p>
  );
}
