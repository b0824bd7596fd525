import type { Packs } from '../use-cases/evidence/pack-facts.ts';

/**
 * Packs come one after the other, as each takes the process a second or two; what writes documents
 * is loaded for the first one, since most processes never make any.
 */
export function openPacks(appVersion: string): Packs {
  let before: Promise<unknown> = Promise.resolve();
  return {
    make(facts) {
      const made = before.then(async () => {
        const { makePack } = await import('./make.ts');
        return makePack(facts, appVersion);
      });
      // One that could not be made keeps nobody else's.
      before = made.catch(() => undefined);
      return made;
    },
    async verify(bytes) {
      const { verifyPack } = await import('./verify.ts');
      return verifyPack(bytes);
    },
  };
}
