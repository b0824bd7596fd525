import { useCallback } from 'react';
import type { Me } from '../../bot/contract/views.ts';
import { getCalendar } from '../api.ts';
import { Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { FollowCalendar } from './follow-calendar.tsx';

/** The meetings open to executives, in one's own calendar; read once it is asked for. */
export function OwnCalendar({ me }: { me: Me }) {
  const load = useCallback(() => getCalendar(), []);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  return (
    <>
      <Shown view={view} reload={reload} small>
        {({ follows }) =>
          follows
            .filter(({ of }) => of === 'own')
            .map((followed) => (
              <FollowCalendar
                key={followed.of}
                followed={followed}
                organisation={me.organisation.code}
                acts={acts}
              />
            ))
        }
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}
