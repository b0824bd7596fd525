import type { Reminders } from '../../contract/views.ts';
import type { Page } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { CardObject } from '../render.ts';
import words from './nudge-words.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];

/** Its part of a card of reminders: one of several, or the programme lead's. */
export function mentoringBlock(viewer: Viewer, { kind, due, mentoring }: Reminder): CardObject {
  const isOurs = kind === 'in-private';
  const isLead = mentoring?.role === 'lead';
  const said = isLead
    ? words.lead[mentoring.stage === 'asked' ? 'asked' : 'quiet']
    : words.own[mentoring?.stage ?? 'asked'];
  return {
    mentoringHeading: !isOurs ? '' : due ? said.heading : words.answered,
    mentoringText: isOurs && due ? said.text : '',
    mentoringSees: isOurs && due && !isLead,
    mentoringLink: !isOurs ? '' : isLead ? words.seeProgramme : words.seeOwn,
    showMentoring: show(viewer, 'mentoring', mentoring && { about: mentoring.pair }),
    ...(isLead ? { supporting: true } : {}),
  };
}

/** The page that a card of such reminders leads to. */
export function mentoringPage(reminders: readonly Reminder[]): Page | undefined {
  const ours = reminders.find(({ kind }) => kind === 'in-private');
  if (ours === undefined) return undefined;
  return ours.mentoring?.role === 'lead' ? 'organisation' : 'commitments';
}
