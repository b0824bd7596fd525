import type { AssessmentDoors } from '../use-cases/assessment/doors.ts';
import type { Limits } from '../limits.ts';
import { fileArriving } from './education-routes.ts';
import { readAsAt } from './query.ts';
import { inPlace } from './places.ts';
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
      answer: asked(async (caller, { query }, about) => {
        return inPlace(limits.filesOut, caller, about, async () => {
          const found = await doors.lineFile(caller, query.get('id') ?? '');
          if (found.kind === 'refused') return reply.refused(found.because, refusalText, about);
          const { name, type, bytes } = found;
          return { kind: 'download', name, type, bytes, about };
        });
      }),
    },
  ];
}
