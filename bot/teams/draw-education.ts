import {
  educationAnsweredCard,
  educationWaitingCard,
  ownEducationCard,
} from '../cards/education/cards.ts';
import type { educationViews } from '../cards/education/views.ts';
import { refusedCard } from '../cards/trouble.ts';
import type { EducationToVerify } from '../contract/education.ts';
import type { Drawers, Drawing, Drawn } from './draw.ts';

const verifying = ['edi-lead', 'edi-sponsor', 'board-chair'];

export const educationDrawers: Drawers<(typeof educationViews)[number]> = {
  async education(drawing) {
    const { doors, caller, viewer, params } = drawing;
    const [own, toVerify] = await Promise.all([doors.myEducation(caller), toVerifyOf(drawing)]);
    const waiting = toVerify?.waiting.length ?? 0;
    // Whoever is not asked for any of their own has come for the others'.
    if (toVerify !== undefined && waiting > 0 && !own.asked && params.about === undefined) {
      return { card: educationWaitingCard(viewer, toVerify), subjects: subjectsOf(drawing) };
    }
    const card = ownEducationCard(viewer, own, { about: params.about, waiting });
    return { card, subjects: subjectsOf(drawing) };
  },
  async 'education-waiting'(drawing) {
    const toVerify = await toVerifyOf(drawing);
    const { viewer } = drawing;
    if (toVerify === undefined) return { card: refusedCard(viewer, 'not-allowed'), subjects: [] };
    return { card: educationWaitingCard(viewer, toVerify), subjects: subjectsOf(drawing) };
  },
  async 'education-answered'(drawing) {
    const toVerify = await toVerifyOf(drawing);
    const { viewer, params, refused } = drawing;
    if (toVerify === undefined) return { card: refusedCard(viewer, 'not-allowed'), subjects: [] };
    const card = educationAnsweredCard(viewer, toVerify, params.about?.split(' '), refused);
    return { card, subjects: subjectsOf(drawing) };
  },
};

async function toVerifyOf({ doors, caller, me }: Drawing): Promise<EducationToVerify | undefined> {
  if (!me.roles.some(({ role }) => verifying.includes(role))) return undefined;
  const shown = await doors.educationToVerify(caller);
  return shown.kind === 'shown' ? shown.view : undefined;
}

function subjectsOf({ caller }: Drawing): Drawn['subjects'] {
  return [`person|${caller.person}`];
}
