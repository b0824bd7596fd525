import type { Limits } from '../limits.ts';
import type { EducationDoors } from '../use-cases/education/doors.ts';
import { fileArriving, fileLeaving } from './files.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

export function educationRoutes(
  doors: EducationDoors,
  asked: Asked,
  refusalText: reply.RefusalText,
  limits: Limits,
): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/education',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.myEducation(caller), about };
      }),
    },
    {
      method: 'post',
      path: '/api/me/education/file',
      answer: fileArriving(asked, refusalText, limits.filesIn, (caller, file) =>
        doors.sendFile(caller, file),
      ),
    },
    {
      method: 'get',
      path: '/api/organisation/education',
      answer: asked(async (caller, _, about) => {
        return reply.shownAnswer(await doors.educationToVerify(caller), about);
      }),
    },
    {
      method: 'get',
      path: '/api/education/file',
      answer: fileLeaving(asked, refusalText, limits.filesOut, (caller, id) =>
        doors.evidenceFile(caller, id),
      ),
    },
  ];
}
