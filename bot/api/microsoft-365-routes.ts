import type { Microsoft365Doors } from '../use-cases/microsoft-365/doors.ts';
import { signedInOf } from './identity.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

export function microsoft365Routes(
  doors: Microsoft365Doors,
  asked: Asked,
  refusalText: reply.RefusalText,
): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/microsoft-365',
      answer: asked(async (caller, { message }, about) => {
        const look = await doors.microsoft365(caller, signedInOf(message));
        if (look.kind === 'shown') return { kind: 'data', status: 200, data: look.view, about };
        const { because, cause } = look;
        return { ...reply.refused(because, refusalText, about), ...(cause ? { cause } : {}) };
      }),
    },
  ];
}
