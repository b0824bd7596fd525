import type { Welcoming } from '../../bot/teams/reception.ts';
import type { Sender } from '../../bot/use-cases/nudge-ports.ts';

/** Welcomes that leave at once, for houses that nobody is paced in. */
export function welcomingAtOnce(sender: () => Sender): Welcoming {
  return {
    deliver: async (caller) => void (await sender().send(caller, 'welcome', {})),
    hasRoom: async () => true,
  };
}
