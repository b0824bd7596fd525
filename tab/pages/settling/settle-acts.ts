import type { Act } from '../../../bot/contract/acts.ts';
import type {
  CorrectionReason,
  GradeMeaning,
  LeaveReason,
  SettleList,
  SettleWay,
} from '../../../bot/contract/settle.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { shell } from '../../words.ts';
import { settling as words } from '../../words-settling.ts';

type Item = SettleList['items'][number];

/** What was chosen and typed for one question. */
export interface Answered {
  readonly way: Exclude<SettleWay, 'leave'> | LeaveReason;
  readonly band: GradeMeaning | undefined;
  readonly supervisor: string | undefined;
  readonly from: string;
  readonly because: CorrectionReason;
}

export function settleRequest(item: Item, answered: Answered, organisation: string): ActRequest {
  const act = actOf(item, answered, organisation);
  return {
    acts: [act],
    done: ([subject = '']) => {
      const undo = undoOf(act, subject, organisation);
      return {
        text: act.verb === 'leave-item' ? words.toldLeft : words.told(item.name),
        ...(undo && { undo: { label: shell.undo, request: undo } }),
      };
    },
  };
}

export function reopenRequest(item: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'reopen-item', data: { organisation, item } }],
    done: () => ({ text: words.toldReopened }),
  };
}

export function takeBackRequest(correction: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'take-back-correction', data: { organisation, correction } }],
    done: () => ({ text: words.toldBack }),
  };
}

function undoOf(act: Act, subject: string, organisation: string): ActRequest | undefined {
  if (act.verb === 'leave-item') return reopenRequest(subject, organisation);
  // A correction is named by whose it is and which; a question settled without one by its own id.
  const isCorrection = act.verb === 'correct-listing' && subject.includes('~');
  return isCorrection ? takeBackRequest(subject, organisation) : undefined;
}

function actOf({ id: item, person = '', assignment }: Item, said: Answered, code: string): Act {
  const { way, band, supervisor, from, because } = said;
  const organisation = code;
  const correct = (data: { what: 'grade' | 'supervisor' | 'end' }): Act => ({
    verb: 'correct-listing',
    data: { organisation, item, person, from, because, assignment, ...data, ...valueOf(data.what) },
  });
  const valueOf = (what: string) =>
    what === 'grade' ? { band } : what === 'supervisor' ? { supervisor } : {};
  switch (way) {
    case 'grade-for-all':
      return { verb: 'settle-grade', data: { organisation, item, band: band ?? '8a' } };
    case 'grade':
      return correct({ what: 'grade' });
    case 'supervisor':
      return correct({ what: 'supervisor' });
    case 'left':
      return correct({ what: 'end' });
    case 'unlink':
      return { verb: 'unlink-account', data: { organisation, item } };
    case 'still-here':
    case 'right-as-it-is':
    case 'mended-in-the-list':
      return { verb: 'leave-item', data: { organisation, item, because: way } };
  }
}
