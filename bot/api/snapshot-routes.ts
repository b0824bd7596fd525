import type { SnapshotDoors } from '../use-cases/snapshots/doors.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

/** The organisation's snapshots, and its regular reviews. */
export function snapshotRoutes(
  doors: SnapshotDoors,
  asked: Asked,
  refusalText: reply.RefusalText,
): Route[] {
  return [
    {
      method: 'get',
      path: '/api/organisation/snapshots',
      answer: asked(async (caller, _, about) =>
        reply.shownAnswer(await doors.snapshots(caller), about),
      ),
    },
    {
      method: 'get',
      path: '/api/organisation/snapshot',
      answer: asked(async (caller, { query }, about) => {
        const shown = await doors.snapshot(caller, query.get('id') ?? '');
        return shown.kind === 'refused' && shown.because === 'no-such-snapshot'
          ? reply.refused(shown.because, refusalText, about)
          : reply.shownAnswer(shown, about);
      }),
    },
  ];
}
