import { checked } from '../contract/checked.ts';
import { settingsActSchema } from '../contract/settings.ts';
import type { Doors } from '../use-cases/doors.ts';
import { readObject } from './body.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

/** What an organisation counts by, and what another setting would change. */
export function settingsRoutes(
  doors: Doors,
  asked: Asked,
  refusalText: reply.RefusalText,
): Route[] {
  return [
    {
      method: 'get',
      path: '/api/organisation/settings',
      answer: asked(async (caller, _, about) =>
        reply.shownAnswer(await doors.settings(caller), about),
      ),
    },
    {
      method: 'post',
      path: '/api/organisation/settings/preview',
      answer: asked(async (caller, { message }, about) => {
        const read = await readObject(message);
        if (read.kind === 'refused') return { ...reply.badBody(read), about };
        const act = checked(settingsActSchema, read.body);
        if (!act.success) {
          const field = act.error.issues[0]?.path.join('.') || 'verb';
          return { ...reply.badField(field), about };
        }
        const seen = await doors.previewSettings(caller, act.data);
        return seen.kind === 'refused'
          ? reply.refused(seen.because, refusalText, about)
          : { kind: 'data', status: 200, data: seen.view, about };
      }),
    },
  ];
}
