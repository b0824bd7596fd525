import { Told } from '../use-cases/told.ts';

/** How far our clock may be from storage's: less than tokens forgive, more than a slow answer shows. */
const MOST_MS = 60_000;
/** What was seen longer ago says nothing of now. */
const FRESH_MS = 5 * 60_000;

/** Our clock and storage's disagree, and tokens go by the clock. */
export class ClockOff extends Told {
  readonly code = 'clock-off';
  readonly trouble: 'ahead' | 'behind';
  /** Ours less storage's. */
  readonly seconds: number;

  constructor(seconds: number) {
    super(`our clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead' : 'behind'}`);
    this.trouble = seconds > 0 ? 'ahead' : 'behind';
    this.seconds = seconds;
  }
}

interface Answer {
  readonly headers: { get(name: string): string | null | undefined };
}

/** Compares our clock with the date that each answer of storage carries. */
export function createClockSkew(realNow: () => number = () => Date.now()) {
  let seen: { offMs: number; at: number } | undefined;

  return {
    policy: {
      name: 'clockSkewPolicy',
      async sendRequest<Asked, Answered extends Answer>(
        request: Asked,
        next: (request: Asked) => Promise<Answered>,
      ): Promise<Answered> {
        const sent = realNow();
        const answer = await next(request);
        const theirs = Date.parse(answer.headers.get('date') ?? '');
        const came = realNow();
        // It was written somewhere between the two, and to the second.
        const offMs = sent - theirs > 0 ? sent - theirs : Math.min(0, came - theirs);
        if (Number.isFinite(theirs)) seen = { offMs, at: performance.now() };
        return answer;
      },
    },
    /** Throws where the two disagree by more than a minute. */
    check(): void {
      if (seen === undefined || performance.now() - seen.at > FRESH_MS) return;
      if (Math.abs(seen.offMs) > MOST_MS) throw new ClockOff(Math.round(seen.offMs / 1000));
    },
  };
}
