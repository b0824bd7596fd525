import type { Config } from './config.ts';
import type { Clock } from './use-cases/ports.ts';

export interface App {
  /** Opens the port; resolves with the one that was taken (a configured 0 means any free one). */
  listen(): Promise<{ port: number }>;
  /** Takes nothing new, finishes what is under way, closes. */
  close(): Promise<void>;
}
export declare function createApp(config: Config, given: { clock: Clock }): App;
