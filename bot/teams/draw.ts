import { aboutCard } from '../cards/about.ts';
import { commitmentsCard } from '../cards/commitments.ts';
import { attendedCard, claimCard, withdrawCard } from '../cards/attendance.ts';
import type { Viewer } from '../cards/card.ts';
import { helpCard, insteadCard, lostCard, partsOf, whoseCard } from '../cards/greeting.ts';
import { offerCard } from '../cards/meeting.ts';
import { decidedCard, waitingCard } from '../cards/network.ts';
import { nudgeCard } from '../cards/nudge.ts';
import { organisationsCard } from '../cards/organisations.ts';
import { meetingsCard, progressCard } from '../cards/progress.ts';
import { remindersCard } from '../cards/reminders.ts';
import type { Card } from '../cards/render.ts';
import { goalDrawers } from './draw-goals.ts';
import { mentoringDrawers, mentoringReminderCard } from './draw-mentoring.ts';
import { educationDrawers } from './draw-education.ts';
import { agendaDrawers, drawItemReminder } from './draw-agenda.ts';
import { boardDrawers } from './draw-board.ts';
import { overviewDrawers } from './draw-overview.ts';
import { drawPlanReminder, planDrawers } from './draw-plan.ts';
import { drawPledge, pledgeDrawers } from './draw-pledges.ts';
import { drawWelcome } from './draw-welcome.ts';
import { severalOf } from './several-of.ts';
import { saidOf } from './said-of.ts';

import { refusedCard } from '../cards/trouble.ts';
import { isOfArea, type Params, type View } from '../cards/views.ts';
import type { Refusal } from '../contract/acts.ts';
import { othersOf } from '../contract/next-step.ts';
import { attendanceOf, type Me, type Progress } from '../contract/views.ts';
import type { PersonId } from '../domain/facts.ts';
import type { Doors } from '../use-cases/doors.ts';
import type { Caller, Subject } from '../use-cases/ports.ts';

/** A card, and what it shows: nothing that would ever change, where there are no subjects. */
export interface Drawn {
  readonly card: Card;
  readonly subjects: readonly Subject[];
}

/** Draws a view for somebody from the facts of the moment: first drawing, redrawing and refresh alike. */
export type Draw = (
  caller: Caller,
  user: string,
  view: View,
  params: Params,
  /** Refusals among the outcomes that the view tells of. */
  refused?: readonly Refusal[],
) => Promise<Drawn>;

/** What drawing a view may need beside its params. */
export interface Drawing {
  readonly doors: Doors;
  readonly caller: Caller;
  readonly me: Me;
  readonly viewer: Viewer;
  readonly params: Params;
  readonly refused: readonly Refusal[];
}

/** How some views are drawn. */
export type Drawers<Views extends View> = {
  readonly [V in Views]: (drawing: Drawing) => Promise<Drawn>;
};

const drawers: Readonly<Record<string, Drawers<View>[View] | undefined>> = {
  ...goalDrawers,
  ...mentoringDrawers,
  ...educationDrawers,
  ...agendaDrawers,
  ...boardDrawers,
  ...planDrawers,
  ...pledgeDrawers,
  ...overviewDrawers,
};

export function createDraw({ doors, teamsAppId }: { doors: Doors; teamsAppId: string }): Draw {
  return async (caller, user, view, params, refused = []) => {
    const drawn = await drawView(caller, user, view, params, refused);
    return { ...drawn, card: await saidOf(doors, caller, drawn.card, view) };
  };

  async function drawView(
    caller: Caller,
    user: string,
    view: View,
    params: Params,
    refused: readonly Refusal[],
  ): Promise<Drawn> {
    const viewerOf = (me: Me): Viewer => ({
      organisation: caller.organisation.code,
      user,
      givenName: me.person.givenName,
      ...severalOf(caller),
      teamsAppId,
    });
    if (isOfArea(view)) {
      const me = await doors.me(caller);
      const drawn = drawers[view]?.({ doors, caller, me, viewer: viewerOf(me), params, refused });
      if (drawn === undefined) throw new Error(`nothing draws ${view}`);
      return drawn;
    }
    switch (view) {
      case 'help': {
        const me = await doors.me(caller);
        return { card: helpCard(viewerOf(me), me), subjects: [] };
      }
      case 'lost': {
        const me = await doors.me(caller);
        return { card: lostCard(viewerOf(me), me, params.why), subjects: [] };
      }
      case 'whose': {
        const me = await doors.me(caller);
        const { then = 'meetings', ...of } = params;
        return { card: whoseCard(viewerOf(me), me, then, of), subjects: [] };
      }
      case 'waiting':
      case 'decided': {
        const [me, waiting] = await Promise.all([doors.me(caller), doors.waiting(caller)]);
        const isIdle = waiting.waiting.length + waiting.decided.length === 0;
        if (view === 'waiting' && isIdle && !partsOf(me).decides) {
          return { card: insteadCard(viewerOf(me), me, 'decider'), subjects: [] };
        }
        const card =
          view === 'waiting'
            ? waitingCard(viewerOf(me), waiting)
            : decidedCard(viewerOf(me), waiting, params.claims?.split(' '), refused);
        return { card, subjects: networksOf(me) };
      }
      case 'nudge': {
        const nudges = params.nudges?.split(' ') ?? [];
        const [me, reminders] = await Promise.all([
          doors.me(caller),
          doors.reminders(caller, nudges),
        ]);
        const item = await drawItemReminder({ doors, caller, me, viewer: viewerOf(me) }, reminders);
        const line = await drawPlanReminder(doors, caller, viewerOf(me), reminders);
        const one = item ?? line;
        if (one !== undefined) return one;
        const [only, ...others] = reminders.reminders;
        // A chair's one reminder is the very card on which the claims are answered.
        const answers =
          only?.kind === 'claims-waiting' &&
          only.queue?.supporting === false &&
          only.queue.instead === undefined;
        const pledge = others.length === 0 && only?.pledge ? only : undefined;
        if (pledge !== undefined) {
          const drawn = await drawPledge(doors, caller, viewerOf(me), pledge.pledge?.id, pledge);
          if (drawn !== undefined) return drawn;
        }
        const own =
          only !== undefined && others.length === 0
            ? await mentoringReminderCard(doors, caller, viewerOf(me), only)
            : undefined;
        const card =
          own ??
          (only !== undefined && others.length === 0 && answers
            ? waitingCard(viewerOf(me), await doors.waiting(caller), only)
            : nudgeCard(viewerOf(me), reminders, params.nudges ?? ''));
        return { card, subjects: [`person|${caller.person}`, ...networksOf(me)] };
      }
      case 'reminders': {
        const [me, reminders] = await Promise.all([
          doors.me(caller),
          doors.reminders(caller, params.nudges?.split(' '), 'ahead'),
        ]);
        return { card: remindersCard(viewerOf(me), reminders), subjects: [] };
      }
      case 'organisations': {
        const [me, theirs] = await Promise.all([doors.me(caller), doors.organisations(caller)]);
        return { card: organisationsCard(viewerOf(me), theirs), subjects: [] };
      }
      case 'welcome':
        return drawWelcome(doors, caller, viewerOf);
      default:
        return executives(caller, viewerOf, view, params);
    }
  }

  /** An executive's own, or their executive's for an assistant. */
  async function executives(
    caller: Caller,
    viewerOf: (me: Me) => Viewer,
    view: 'about' | 'attended' | 'claim' | 'meetings' | 'offer' | 'progress' | 'withdraw',
    params: Params,
  ): Promise<Drawn> {
    // Most people look at their own: asked for at once, and looked at again only where it isn't so.
    const [me, asked] = await Promise.all([
      doors.me(caller),
      doors.progress(caller, personId(params.for)),
    ]);
    const viewer = viewerOf(me);
    const { executive, assists } = partsOf(me);
    let shown = asked;
    // A leader's own progress is theirs; meetings are their executive's.
    const own = view === 'progress' && shown.kind === 'shown' && othersOf(shown.view).length > 0;
    if (params.for === undefined && !executive && !own) {
      if (assists.length > 1) return { card: whoseCard(viewer, me, view, params), subjects: [] };
      const [only] = assists;
      if (only !== undefined) shown = await doors.progress(caller, personId(only.id));
    }
    const progress = shown.kind === 'shown' ? shown.view : undefined;
    const commitment = attendanceOf(progress);
    if (shown.kind === 'refused' && params.for !== undefined) {
      return { card: refusedCard(viewer, 'not-yours'), subjects: [] };
    }
    if (view === 'progress' && progress !== undefined && othersOf(progress).length > 0) {
      return { card: commitmentsCard(viewer, progress), subjects: subjectOf(progress) };
    }
    if (progress === undefined || commitment === undefined) {
      return { card: insteadCard(viewer, me, 'executive'), subjects: [] };
    }
    const subjects = subjectOf(progress);
    switch (view) {
      case 'about':
        return { card: aboutCard(viewer, progress, params), subjects };
      case 'attended':
        return { card: attendedCard(viewer, progress), subjects };
      case 'claim':
        return { card: claimCard(viewer, progress, params.meeting ?? '', params.why), subjects };
      case 'offer': {
        const { muted } = await doors.reminders(caller, []);
        const isMuted = muted.includes('were-you-there');
        return { card: offerCard(viewer, progress, params.meeting ?? '', isMuted), subjects };
      }
      case 'meetings':
        return { card: meetingsCard(viewer, progress), subjects };
      case 'progress':
        return { card: progressCard(viewer, progress, commitment), subjects };
      case 'withdraw':
        return { card: withdrawCard(viewer, progress), subjects };
    }
  }
}

function subjectOf(progress: Progress | undefined): Subject[] {
  return progress === undefined ? [] : [`person|${progress.person.id}`];
}

function networksOf(me: Me): Subject[] {
  return partsOf(me).networkIds.map((id): Subject => `network|${id}`);
}

function personId(id: string | undefined): PersonId | undefined {
  return id === undefined ? undefined : (id as PersonId);
}
