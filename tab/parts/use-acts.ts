import { useCallback, useRef, useState } from 'react';
import type { ActAnswer } from '../../bot/contract/acts.ts';
import type { Answer } from '../answer.ts';
import { postAct } from '../api.ts';
import { isRecorded, messageOf, type ActRequest, type Message } from './act-outcome.ts';

export interface Acts {
  /** The key of the button whose act is under way. */
  busy: string | undefined;
  message: Message | undefined;
  /** `recorded` is called where all of it is on record, now or before: what was typed can go. */
  perform: (key: string, request: ActRequest, recorded?: () => void) => void;
  tell: (message: Message) => void;
  dismiss: () => void;
}

/** Sends acts one after another, reads the page again, then says what became of them. */
export function useActs(reload: () => Promise<void>): Acts {
  const [busy, setBusy] = useState<string>();
  const [message, setMessage] = useState<Message>();
  // State lags behind a quick second tap; this doesn't.
  const underWay = useRef(false);

  const perform = useCallback(
    (key: string, request: ActRequest, recorded?: () => void) => {
      if (underWay.current) return;
      underWay.current = true;
      setBusy(key);
      void (async () => {
        const answers: Answer<ActAnswer>[] = [];
        for (const act of request.acts) answers.push(await postAct(act));
        await reload();
        if (isRecorded(answers)) recorded?.();
        setMessage(messageOf(request, answers));
        setBusy(undefined);
        underWay.current = false;
      })();
    },
    [reload],
  );
  const dismiss = useCallback(() => setMessage(undefined), []);
  return { busy, message, perform, tell: setMessage, dismiss };
}
