import type { EvidenceDoors } from '../use-cases/evidence/doors.ts';
import type { Limits } from '../limits.ts';
import { readAsAt } from './query.ts';
import { inPlace } from './places.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

export function evidenceRoutes(doors: EvidenceDoors, asked: Asked, limits: Limits): Route[] {
  return [
    {
      method: 'get',
      path: '/api/organisation/evidence',
      answer: asked(async (caller, { query }, about) => {
        const asAt = readAsAt(query);
        if (asAt.kind === 'refused') return { ...reply.badQuery(asAt), about };
        return inPlace(limits.packs, caller, about, async () => {
          const made = await doors.evidencePack(caller, asAt.value);
          if (made.kind === 'refused') return reply.packRefused(made.because, about);
          const { name, bytes } = made;
          return { kind: 'download', name, type: 'application/zip', bytes, about };
        });
      }),
    },
  ];
}
