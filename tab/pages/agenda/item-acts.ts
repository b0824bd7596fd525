import type { Act } from '../../../bot/contract/acts.ts';
import type { Agenda, Item } from '../../../bot/contract/agenda.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { actName, agenda as words, fields, missing, told } from '../../words-agenda.ts';
import { shell } from '../../words.ts';
import type { Field } from './agenda-form.tsx';

export type ItemAct = Item['may'][number];
type Given = Readonly<Record<string, string>>;

/** Acts that a button alone does; the others ask for something first. */
const atOnce = {
  withdraw: 'withdraw-item',
  triage: 'triage-item',
  refer: 'refer-item',
  'ask-review': 'ask-review',
  acknowledge: 'acknowledge-item',
  'take-back': 'take-back-item',
} as const satisfies Partial<Record<ItemAct, Act['verb']>>;

export function requestOf(act: ItemAct, item: Item, organisation: string): ActRequest | undefined {
  const verb = isAtOnce(act) ? atOnce[act] : undefined;
  if (verb === undefined) return undefined;
  return {
    acts: [{ verb, data: { organisation, item: item.id, seen: item.seen } }],
    done: () => (act === 'take-back' ? { text: told[act] } : doneWith(act, item.id, organisation)),
  };
}

function isAtOnce(act: ItemAct): act is keyof typeof atOnce {
  return act in atOnce;
}

/** What is said of an act that was done, and the way back. */
export function doneWith(
  act: ItemAct,
  item: string,
  organisation: string,
): ReturnType<ActRequest['done']> {
  if (act === 'edit') return { text: told[act] };
  const back: ActRequest = {
    acts: [{ verb: 'take-back-item', data: { organisation, item } }],
    done: () => ({ text: told['take-back'] }),
  };
  return { text: told[act], undo: { label: shell.undo, request: back } };
}

/** What an act asks for, and the act that comes of it. */
export function formOf(
  act: ItemAct,
  item: Item,
  { meetings, on }: Pick<Agenda, 'meetings' | 'on'>,
  organisation: string,
): { fields: readonly Field[]; actOf: (given: Given) => Act } | undefined {
  const data = { organisation, item: item.id, seen: item.seen };
  switch (act) {
    case 'edit':
      return {
        fields: itemFields(item),
        actOf: ({ title = '', text = '' }) => ({
          verb: 'edit-item',
          data: { ...data, title, text },
        }),
      };
    case 'schedule': {
      const options = meetings
        .filter(({ id }) => item.state !== 'scheduled' || id !== item.meeting?.id)
        .map((meeting) => ({ id: meeting.id, name: words.meeting(meeting, on) }));
      const asked = { label: fields.meeting, missing: missing.meeting, options };
      return {
        fields: [{ name: 'meeting', kind: 'choice', ...asked }],
        actOf: ({ meeting = '' }) => ({ verb: 'schedule-item', data: { ...data, meeting } }),
      };
    }
    case 'defer':
      return {
        fields: [{ name: 'until', kind: 'date', label: fields.until, missing: missing.until }],
        actOf: ({ until = '' }) => ({ verb: 'defer-item', data: { ...data, until } }),
      };
    case 'decline':
      return {
        fields: [wordsField('reason', fields.reason, fields.reasonHint)],
        actOf: ({ reason = '' }) => ({ verb: 'decline-item', data: { ...data, reason } }),
      };
    case 'discuss': {
      const options = [...item.attendees, { id: 'nobody', name: fields.nobody }];
      const asked = { label: fields.attended, missing: missing.attended, options };
      return {
        fields: [
          { name: 'attended', kind: 'choice', ...asked },
          wordsField('minute', fields.minute, words.naming),
        ],
        actOf: ({ minute = '', attended = '' }) => {
          const meeting = item.meeting?.id ?? '';
          return { verb: 'discuss-item', data: { ...data, meeting, minute, attended } };
        },
      };
    }
    case 'feed-back': {
      const hint = `${fields.feedbackHint} ${words.naming}`;
      return {
        fields: [wordsField('text', fields.feedback, hint)],
        actOf: ({ text = '' }) => ({ verb: 'feed-back', data: { ...data, text } }),
      };
    }
    default:
      return undefined;
  }
}

export function formTitle(act: ItemAct, item: Item): string {
  return actName(act, item);
}

/** A title and a text, as they stand. */
export function itemFields({ title, text }: Pick<Item, 'title' | 'text'>): Field[] {
  const about = { label: fields.title, missing: missing.title, value: title, most: 200 };
  return [
    { name: 'title', kind: 'line', ...about },
    { ...wordsField('text', fields.text, words.naming), value: text },
  ];
}

function wordsField(name: string, label: string, hint: string): Field {
  return { name, kind: 'words', label, hint, missing: missing.text };
}
