import { partsOf, welcomeCard, type Job } from '../cards/greeting.ts';
import { isForMe } from '../contract/item-turn.ts';
import { attendanceOf, type Me, type Waiting } from '../contract/views.ts';
import type { PersonId } from '../domain/facts.ts';
import type { Doors } from '../use-cases/doors.ts';
import type { Caller, Subject } from '../use-cases/ports.ts';
import type { Viewer } from '../cards/card.ts';
import type { Drawn } from './draw.ts';

/** What it does for somebody, and the first thing to do: what waits in their own job comes first. */
export async function drawWelcome(
  doors: Doors,
  caller: Caller,
  viewerOf: (me: Me) => Viewer,
): Promise<Drawn> {
  const me = await doors.me(caller);
  const { executive, assists, decides, leads, networkIds } = partsOf(me);
  const [only] = assists.length === 1 ? assists : [];
  const nothing: Waiting = { on: me.on, waiting: [], decided: [] };
  const mayAct = executive || leads || only !== undefined;
  const forPerson = executive || only === undefined ? undefined : (only.id as PersonId);
  const [shown, waiting, job] = await Promise.all([
    mayAct ? doors.progress(caller, forPerson) : undefined,
    decides ? doors.waiting(caller) : nothing,
    jobOf(doors, caller, me),
  ]);
  const progress = shown?.kind === 'shown' ? shown.view : undefined;
  const attendance = attendanceOf(progress);
  const card = welcomeCard(viewerOf(me), me, attendance, waiting, progress, job);
  const own: Subject[] = progress === undefined ? [] : [`person|${progress.person.id}`];
  return { card, subjects: [...own, ...networkIds.map((id): Subject => `network|${id}`)] };
}

/** An executive's own meetings come before a role in which nothing waits. */
async function jobOf(doors: Doors, caller: Caller, me: Me): Promise<Job | undefined> {
  const job = await roleOf(doors, caller, me);
  if (job === undefined || !partsOf(me).executive) return job;
  const waits = 'items' in job ? job.items : job.courses + job.records;
  return waits === 0 ? undefined : job;
}

/** What somebody's role at the organisation has waiting; nothing for whoever has no such role. */
async function roleOf(doors: Doors, caller: Caller, me: Me): Promise<Job | undefined> {
  const has = (role: string) => me.roles.some((held) => held.role === role);
  if (has('board-secretary') || has('board-chair')) {
    const shown = await doors.boardAgenda(caller);
    const items = shown.kind === 'shown' ? shown.view.items.filter(isForMe).length : 0;
    return { of: has('board-secretary') ? 'board-secretary' : 'board-chair', items };
  }
  if (!has('edi-lead')) return undefined;
  const [courses, history] = await Promise.all([
    doors.educationToVerify(caller),
    doors.history(caller),
  ]);
  return {
    of: 'edi-lead',
    courses: courses.kind === 'shown' ? courses.view.waiting.length : 0,
    records: history.kind === 'shown' ? history.view.waiting.length : 0,
  };
}
