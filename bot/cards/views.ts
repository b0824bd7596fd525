import * as z from 'zod';
import { goalViews } from './goals/views.ts';
import { mentoringViews } from './mentoring/views.ts';
import { educationViews } from './education/views.ts';
import { agendaViews } from './agenda/views.ts';
import { boardViews } from './board/views.ts';
import { overviewViews } from './overview/views.ts';
import { planViews } from './plan/views.ts';
import { pledgeViews } from './pledges/views.ts';

const areaViews = [
  ...goalViews,
  ...mentoringViews,
  ...educationViews,
  ...agendaViews,
  ...boardViews,
  ...planViews,
  ...pledgeViews,
  ...overviewViews,
] as const;
export type AreaView = (typeof areaViews)[number];

/** What a card can show of someone's current facts, and show again when they change. */
export const viewSchema = z.enum([
  'welcome',
  'help',
  'lost',
  'attended',
  'claim',
  'meetings',
  'progress',
  'withdraw',
  'waiting',
  'decided',
  'whose',
  'offer',
  'nudge',
  'reminders',
  'about',
  'organisations',
  ...areaViews,
]);
export type View = z.infer<typeof viewSchema>;

/** Views of goals, mentoring, education, agenda items, the board's papers, pledges and overviews. */
export function isOfArea(view: View): view is AreaView {
  const known: readonly View[] = areaViews;
  return known.includes(view);
}

/** Which of its things a view shows. */
export const paramsSchema = z.strictObject({
  /** The executive for whom an assistant looks. */
  for: z.optional(z.string().min(1).max(120)),
  meeting: z.optional(z.string().min(1).max(120)),
  /** Claims that were just decided, separated by spaces. */
  claims: z.optional(z.string().max(12_500)),
  /** Reminders on one card, separated by spaces. */
  nudges: z.optional(z.string().max(2_000)),
  /** What a card of an area is about, by its id there. */
  about: z.optional(z.string().max(2_000)),
  /** The meetings that were meant, separated by spaces; none: whichever wait for an answer. */
  meetings: z.optional(z.string().max(700)),
  /** Why nothing was done about what was typed. */
  why: z.optional(
    z.enum([
      ...([
        'asked',
        'unsure',
        'said-no',
        'over',
        'undone',
        'alone',
        'taken-back',
        'answer',
      ] as const),
      ...(['nothing-said', 'question', 'too-long', 'somebody-else'] as const),
      'keep-calendar',
    ]),
  ),
  /** The view to go on to once the executive is chosen. */
  then: z.optional(viewSchema),
});
export type Params = z.infer<typeof paramsSchema>;
