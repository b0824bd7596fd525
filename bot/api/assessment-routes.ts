import type { AssessmentDoors } from '../use-cases/assessment/doors.ts';
import type { Limits } from '../limits.ts';
import { fileArriving, fileLeaving } from './files.ts';
import { readAsAt } from './query.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

/** Every line of the framework, and what shows where it stands. */
export function assessmentRoutes(
  doors: AssessmentDoors,
  asked: Asked,
  refusalText: reply.RefusalText,
  limits: Limits,
): Route[] {
  const path = '/api/organisation/assessment';
  return [
    {
      method: 'get',
      path,
      answer: asked(async (caller, { query }, about) => {
        const asAt = readAsAt(query);
        if (asAt.kind === 'refused') return { ...reply.badQuery(asAt), about };
        return reply.shownAnswer(await doors.assessment(caller, asAt.value), about);
      }),
    },
    {
      method: 'get',
      path: `${path}/people`,
      answer: asked(async (caller, _, about) =>
        reply.shownAnswer(await doors.lineOwners(caller), about),
      ),
    },
    {
      method: 'post',
      path: `${path}/file`,
      answer: fileArriving(asked, refusalText, limits.filesIn, (caller, file) =>
        doors.sendLineFile(caller, file),
      ),
    },
    {
      method: 'get',
      path: `${path}/file`,
      answer: fileLeaving(asked, refusalText, limits.filesOut, (caller, id) =>
        doors.lineFile(caller, id),
      ),
    },
  ];
}
