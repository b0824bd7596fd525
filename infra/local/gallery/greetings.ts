import {
  elsewhereCard,
  helpCard,
  insteadCard,
  lostCard,
  unlinkedCard,
  welcomeCard,
  whoseCard,
} from '../../../bot/cards/greeting.ts';
import { organisationsCard } from '../../../bot/cards/organisations.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { politeCard } from '../../../bot/cards/sentence.ts';
import { doneCard, refusedCard, slowDownCard, tryAgainCard } from '../../../bot/cards/trouble.ts';
import {
  assistant,
  colleague,
  commitment,
  deputy,
  ediLead,
  me,
  meeting,
  progress,
  two,
  viewer,
  waiting,
} from './facts.ts';
import { june, offered } from './meeting-facts.ts';
import { other, whole } from './other-commitment.ts';

const boardChair = me({ roles: [{ role: 'board-chair' }], pages: ['organisation'] });

const secretary = me({ roles: [{ role: 'board-secretary' }], pages: ['board', 'organisation'] });

/** What the bot says of itself, and where nothing else can be said. */
export const greetingGallery: Readonly<Record<string, Card>> = {
  'welcome, executive': welcomeCard(
    viewer,
    me(),
    commitment([meeting('2026-04-08'), june]),
    waiting([]),
  ),
  'welcome, assistant': welcomeCard(viewer, assistant, commitment([june]), waiting([])),
  'welcome, assistant, one to record': welcomeCard(
    viewer,
    assistant,
    commitment([offered, june]),
    waiting([]),
  ),
  'welcome, deputy': welcomeCard(viewer, deputy, undefined, waiting(two)),
  'welcome, EDI lead': welcomeCard(viewer, ediLead, undefined, waiting([])),
  'welcome, colleague': welcomeCard(viewer, colleague, undefined, waiting([])),
  'welcome, EDI lead with courses and records': welcomeCard(
    viewer,
    ediLead,
    undefined,
    waiting([]),
    undefined,
    { of: 'edi-lead', courses: 1, records: 24 },
  ),
  'welcome, EDI lead, nothing waits': welcomeCard(
    viewer,
    ediLead,
    undefined,
    waiting([]),
    undefined,
    { of: 'edi-lead', courses: 0, records: 0 },
  ),
  'welcome, board secretary with an item': welcomeCard(
    viewer,
    secretary,
    undefined,
    waiting([]),
    undefined,
    { of: 'board-secretary', items: 1 },
  ),
  'welcome, deputy with an item': welcomeCard(viewer, deputy, undefined, waiting([]), undefined, {
    of: 'network-chair',
    items: 1,
  }),
  'welcome, mentor': welcomeCard(
    viewer,
    { ...colleague, mentoring: true, pages: ['commitments'] },
    undefined,
    waiting([]),
  ),
  'welcome, board chair': welcomeCard(viewer, boardChair, undefined, waiting([])),
  help: helpCard(viewer, me()),
  'help, deputy': helpCard(viewer, deputy),
  'help, colleague': helpCard(viewer, colleague),
  'help, board chair': helpCard(viewer, boardChair),
  'help, board secretary': helpCard(viewer, secretary),
  lost: lostCard(viewer, me()),
  'lost, colleague': lostCard(viewer, colleague),
  'lost, board chair': lostCard(viewer, boardChair),
  'lost, too long': lostCard(viewer, me(), 'too-long'),
  'lost, of somebody else': lostCard(viewer, deputy, 'somebody-else'),
  'lost, a chair’s calendar': lostCard(viewer, deputy, 'keep-calendar'),
  thanks: politeCard(viewer, 'thanks'),
  fine: politeCard(viewer, 'fine'),
  'instead, a deputy asks for meetings': insteadCard(viewer, deputy, 'executive'),
  'instead, the board secretary asks for meetings': insteadCard(viewer, secretary, 'executive'),
  'instead, the board chair asks for meetings': insteadCard(viewer, boardChair, 'executive'),
  'instead, an executive asks for claims': insteadCard(viewer, me(), 'decider'),
  'instead, a colleague asks for claims': insteadCard(viewer, colleague, 'decider'),
  unlinked: unlinkedCard(viewer, 'not-on-the-staff-list', ['Zainab Khan']),
  'unlinked, has left': unlinkedCard(viewer, 'left', ['Zainab Khan']),
  'unlinked, nobody to ask': unlinkedCard(viewer, 'guest', []),
  organisations: organisationsCard(viewer, [
    { code: 'ZQX', name: 'Fellside Community NHS Trust' },
    { code: 'ZPV', name: 'Pennine Vale NHS Foundation Trust' },
  ]),
  'organisations, only one': organisationsCard(viewer, [
    { code: 'ZPV', name: 'Pennine Vale NHS Foundation Trust' },
  ]),
  elsewhere: elsewhereCard(viewer),
  whose: whoseCard(
    viewer,
    me({
      roles: [
        ...assistant.roles,
        { role: 'executive-assistant', for: { id: 'claire', name: 'Claire Schofield' } },
      ],
    }),
    'meetings',
  ),
  'help, chair': helpCard(viewer, deputy),
  'refused, a question': refusedCard(viewer, 'not-yours'),
  'try again': tryAgainCard(viewer, {
    verb: 'claim',
    data: { organisation: 'ZPV', meeting: 'ren-2026-04-08', tap: 'tap' },
  }),
  'slow down': slowDownCard(viewer),
  done: doneCard(viewer, 'claim', { meeting: 'ren-2026-04-08' }),
  'welcome, leader': welcomeCard(
    viewer,
    me({ roles: [], leads: true, pages: ['commitments'] }),
    undefined,
    waiting([]),
    progress([], { commitments: [other('S2', 'to-do')] }),
  ),
  'welcome, executive with all commitments': welcomeCard(
    viewer,
    me(),
    commitment([june]),
    waiting([]),
    whole,
  ),
  'help, leader': helpCard(viewer, me({ roles: [], leads: true })),
};
