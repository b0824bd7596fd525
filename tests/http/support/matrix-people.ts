import type { EducationVerb } from '../../../bot/contract/education.ts';
import type { GoalVerb } from '../../../bot/contract/goals.ts';
import type { MentoringVerb } from '../../../bot/contract/mentoring.ts';
import {
  words,
  leaders,
  drafted,
  agreed,
  proposed,
  asked,
  matched,
  TODAY,
  recorded,
  pledged,
  noted,
  ofGoal,
  ofManager,
  ofLeader,
  shared,
  ofTheTwo,
  ofMentor,
  ofVerifier,
  ofOwner,
  type Row,
  type PledgeVerb,
} from './matrix-ways.ts';

/** Goals, pairs, education and pledges. */
export const peopleRows: {
  readonly [V in GoalVerb | MentoringVerb | EducationVerb | PledgeVerb]: Row<V>;
} = {
  'draft-goal': {
    ready: () => ({ text: words.goal }),
    may: leaders,
    others: 'goal-not-asked',
    instead: { text: 'Another text.' },
  },
  'agree-goal': {
    ready: async (house) => ({ texts: [`${await drafted(house)}~1`] }),
    may: ['leader', 'manager'],
    ...ofGoal,
    instead: ({ texts }) => ({ texts: texts.map((text) => text.replace(/1$/, '2')) }),
  },
  'note-goal': {
    ready: async (house) => ({ goal: await agreed(house), text: words.note }),
    may: ['leader', 'manager'],
    ...ofGoal,
    instead: { text: 'Another note.' },
  },
  'propose-goal': {
    ready: async (house) => ({ goal: await agreed(house), outcome: 'achieved' }),
    ...ofLeader,
    instead: { outcome: 'partly' },
  },
  'confirm-goal': {
    ready: async (house) => ({ proposals: [`${await proposed(house)}~achieved`] }),
    ...ofManager,
    instead: ({ proposals }) => ({
      proposals: proposals.map((said) => said.replace('achieved', 'partly')),
    }),
  },
  'answer-goal': {
    ready: async (house) => ({ goal: await proposed(house), outcome: 'partly' }),
    ...ofManager,
    instead: { outcome: 'not-achieved' },
  },
  'comment-goal': {
    ready: async (house) => {
      const goal = await proposed(house);
      await house.does('manager', { verb: 'answer-goal', data: { goal, outcome: 'partly' } });
      return { goal, text: words.note };
    },
    ...ofLeader,
    instead: { text: 'Another comment.' },
  },
  'pause-goal': {
    ready: async (house) => ({ goal: await agreed(house) }),
    ...ofManager,
    instead: 'resume-goal',
  },
  'resume-goal': {
    ready: async (house) => {
      const goal = await agreed(house);
      await house.does('manager', { verb: 'pause-goal', data: { goal } });
      return { goal };
    },
    ...ofManager,
    instead: 'pause-goal',
  },
  'share-goal': {
    ready: async (house) => ({ goal: await drafted(house), with: house.cast.deputy }),
    ...shared,
    instead: { with: 'leila.kaur@pennine-vale.example' },
  },
  'unshare-goal': {
    ready: async (house) => {
      const data = { goal: await drafted(house), with: house.cast.deputy };
      await house.does('leader', { verb: 'share-goal', data });
      return data;
    },
    ...shared,
    instead: 'share-goal',
  },
  'undo-goal': {
    ready: async (house) => ({ goal: await agreed(house) }),
    may: ['manager'],
    ...ofGoal,
    but: { leader: 'nothing-to-undo' },
    instead: 'pause-goal',
  },
  'name-manager': {
    ready: ({ cast }) => ({ for: cast.leader, manager: cast.colleague }),
    may: ['edi'],
    others: 'not-allowed',
    // It would be theirs where the EDI lead is concerned.
    but: { sponsor: 'not-allowed', boardChair: 'not-allowed' },
    instead: { manager: 'nobody@pennine-vale.example' },
  },
  'report-goals': {
    ready: () => ({ year: '2025-04-01', date: '2026-04-05', document: 'Board, item 7' }),
    may: ['edi'],
    others: 'not-allowed',
    instead: { document: 'Board, item 8' },
  },

  'propose-pair': {
    ready: ({ cast }) => ({ mentor: cast.mentor, director: cast.nurse, supporter: cast.deputy }),
    may: ['lead'],
    others: 'not-allowed',
    instead: { time: '1 hour a month' },
  },
  'accept-pair': { ready: asked, ...ofMentor, instead: 'decline-pair' },
  'decline-pair': { ready: asked, ...ofMentor, instead: 'accept-pair' },
  met: {
    ready: async (house) => ({ ...(await matched(house)), ...TODAY }),
    ...ofTheTwo,
    instead: { date: '2026-04-08' },
  },
  'not-met': {
    ready: async (house) => {
      const data = { ...(await matched(house)), ...TODAY };
      await house.does('mentor', { verb: 'met', data });
      return data;
    },
    ...ofMentor,
    but: { nurse: 'already' },
    instead: { date: '2026-04-08' },
  },
  'pause-pair': { ready: matched, ...ofTheTwo, instead: 'end-pair' },
  'resume-pair': {
    ready: async (house) => {
      const data = await matched(house);
      await house.does('mentor', { verb: 'pause-pair', data });
      return data;
    },
    ...ofMentor,
    but: { nurse: 'paused-by-the-other', lead: 'paused-by-the-other' },
    instead: 'pause-pair',
  },
  'end-pair': {
    ready: matched,
    may: ['mentor', 'nurse', 'lead'],
    others: 'no-such-pair',
    instead: 'pause-pair',
  },
  'complete-pair': {
    ready: async (house) => {
      const data = await matched(house);
      for (const who of ['mentor', 'nurse'] as const) {
        await house.does(who, { verb: 'met', data: { ...data, ...TODAY } });
      }
      return data;
    },
    ...ofTheTwo,
    instead: 'end-pair',
  },

  'record-education': {
    ready: () => ({ date: '2026-03-02', course: words.course, evidence: 'https://a.example/1' }),
    may: leaders,
    others: 'leaders-only',
    instead: { course: 'Another course' },
  },
  'verify-education': {
    ready: async (house) => ({ entries: [await recorded(house)] }),
    ...ofVerifier,
    instead: 'reopen-education',
  },
  'return-education': {
    ready: async (house) => ({ entry: await recorded(house), reason: 'cannot-open' }),
    ...ofVerifier,
    instead: { reason: 'lets-talk' },
  },
  'reopen-education': {
    ready: async (house) => {
      const entries = [await recorded(house)];
      await house.does('edi', { verb: 'verify-education', data: { entries } });
      return { entries };
    },
    ...ofVerifier,
    instead: 'verify-education',
  },
  'withdraw-education': {
    ready: async (house) => ({ entry: await recorded(house) }),
    may: ['nurse', 'edi'],
    others: 'not-allowed',
    instead: ({ entry }) => ({ entry: entry.replace(/.$/, '9') }),
  },

  'make-pledge': {
    ready: () => ({ text: words.pledge, review: '2026-07-01' }),
    may: leaders,
    others: 'not-a-leader',
    instead: { text: 'Another pledge.' },
  },
  'review-pledge': {
    ready: async (house) => ({ ...(await pledged(house)), text: words.pledge }),
    ...ofOwner,
    instead: { text: 'Other words.' },
  },
  'extend-pledge': {
    ready: async (house) => ({ ...(await pledged(house)), review: '2026-08-01' }),
    ...ofOwner,
    instead: { review: '2026-08-02' },
  },
  'share-pledge': { ready: pledged, ...ofOwner, instead: 'unshare-pledge' },
  'unshare-pledge': {
    ready: async (house) => {
      const data = await pledged(house);
      await house.does('leader', { verb: 'share-pledge', data });
      return data;
    },
    ...ofOwner,
    instead: 'share-pledge',
  },
  'withdraw-pledge': { ready: pledged, ...ofOwner, instead: 'share-pledge' },
  'keep-note': {
    ready: () => ({ zone: 'FEAR', text: words.reflection }),
    may: leaders,
    others: 'not-a-leader',
    instead: { text: 'Other words.' },
  },
  'forget-note': {
    ready: async (house) => {
      await noted(house);
      return { zone: 'FEAR' };
    },
    may: ['leader'],
    others: 'already',
    instead: { zone: 'GROWTH' },
  },
};
