import { createRoutes } from '../../../bot/api/routes.ts';
import { createLimits } from '../../../bot/limits.ts';
import { onlyThese } from '../../support/only-these.ts';

/** Every reading that there is: one that is added is tried, too. */
export const readings = createRoutes({
  doors: onlyThese({}),
  channel: { refuse: async () => undefined, receive: async () => ({ status: 200 }) },
  ...{ health: {}, wanted: {}, waiting: {}, draining: () => false },
  identify: async () => ({ kind: 'refused', because: 'no-token' }),
  log: { readinessChanged: () => undefined },
  refusalText: String,
  limits: createLimits(),
  proxies: 0,
  tab: { find: () => undefined, isBuilt: () => false },
})
  .filter(({ method, path }) => method === 'get' && path.startsWith('/api/'))
  .map(({ path }) => path);
