import { list, setOf } from './word-list.ts';

/** Before a verb; what they make of it is in outcome.ts. */
export const auxiliaries = setOf(
  `will shall would could can not never am is are was were be been being do does did have has had having
   able unable managed manage planning plan plans planned intend intending intends hoping hope hoped hopes
   want wanted wanting wants wish wished like liked love need needed needs expect expecting expected meant
   supposed tried trying try failed fail forgot unlikely likely used should must happy delighted pleased
   glad keen ought may might aiming aim going get got great good lovely nice wonderful
   free available intention decided agreed arranged chosen opted`,
);
export const gladly = setOf('great good lovely nice wonderful');
export const negations = setOf('not never unable failed forgot unlikely');
export const pastAuxiliaries = setOf('was were did had managed been forgot failed');
export const presentBe = setOf('am is are');
export const futureAuxiliaries = setOf(
  `will shall would can should must to planning plan plans intend intending intends hoping hope hopes want
   wants wanting wish expect expecting happy delighted pleased glad keen like love need needs likely unlikely
   ought aiming aim`,
);
/** It didn't come to that, or isn't known: `was going to come`, `might come`. */
export const unmet = setOf(
  'wanted hoped meant supposed tried trying try wished used planned expected',
);
export const unsure = setOf('may might');
export const doubts = setOf(
  'wish almost nearly thinking considering maybe perhaps possibly unsure wonder wondering if whether uncertain provisional doubt unless',
);

/** Also after the verb. */
export const conditions = setOf('if unless maybe perhaps possibly');

/** Forms of going somewhere. */
export type Form = 'base' | 'past' | 'ing';
const formed = (form: Form, text: string): [string, Form][] =>
  list(text).map((word) => [word, form]);

/** Take what was attended at once: `attended the network`. */
export const attending: ReadonlyMap<string, Form> = new Map([
  ...formed('base', 'attend attends join joins participate participates visit'),
  ...formed('past', 'attended joined participated visited observed chaired'),
  ...formed('ing', 'attending joining participating visiting observing chairing'),
]);
/** `went to`, `came along`. */
export const going: ReadonlyMap<string, Form> = new Map([
  ...formed('base', 'go goes come comes'),
  ...formed('past', 'went came gone'),
  ...formed('ing', 'going coming'),
]);
/** What may follow `went` and the like where somebody was at a meeting. */
export const afterGoing = setOf('to along on in for at there and with by via from over ahead');
/** Only with what was reached: `made it`, `made the June one`, `can do Wednesday`. */
export const reaching: ReadonlyMap<string, Form> = new Map([
  ...formed('base', 'make makes do manage enjoy'),
  ...formed('past', 'made enjoyed managed loved did done caught'),
  ...formed('ing', 'making doing enjoying'),
]);
export const reached = setOf('it the to that this your our both those these');
/** With the little word that goes with them: `dialled in`, `turned up`. */
export const withParticle: ReadonlyMap<string, { form: Form; particles: ReadonlySet<string> }> =
  new Map(
    (
      [
        ['get', 'base', 'there along in into to'],
        ['got getting', 'past', 'there along in into to'],
        ['dial log call drop pop tune sit listen stop', 'base', 'in on into by along'],
        [
          'dialled dialed logged called dropped popped tuned sat listened stopped',
          'past',
          'in on into by along',
        ],
        [
          'dialling dialing logging calling dropping popping tuning sitting',
          'ing',
          'in on into by along',
        ],
        ['turn show', 'base', 'up'],
        ['turned showed', 'past', 'up'],
        ['turning showing', 'ing', 'up'],
        ['take', 'base', 'part'],
        ['took taken', 'past', 'part'],
        ['taking', 'ing', 'part'],
        ['spoke presented', 'past', 'at'],
        ['speaking presenting', 'ing', 'at'],
      ] as const
    ).flatMap(([words, form, particles]) =>
      list(words).map((word) => [word, { form, particles: setOf(particles) }] as const),
    ),
  );
export const missing: ReadonlyMap<string, Form> = new Map([
  ...formed('base', 'miss skip'),
  ...formed('past', 'missed skipped'),
  ...formed('ing', 'missing skipping'),
]);
/** After a form of `be`: at the meeting. */
export const present = setOf('there here present along');
/** After a form of `be`: somewhere, which what follows may tell. */
export const somewhere = setOf('at in');
export const away = setOf(
  'elsewhere double doublebooked leave holiday away ill sick busy unavailable unwell out off absent ooo',
);
export const around = setOf('available around free');
