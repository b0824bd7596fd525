import type { ActData, Outcome } from '../contract/acts.ts';
import type { MuteMove, NudgeKind } from '../domain/facts.ts';
import { judgeMute, judgeSnooze, type SnoozeWish } from '../domain/judge-reminders.ts';
import { contextOf, type House } from './context.ts';
import type { Caller } from './ports.ts';

/** "Ask me tomorrow", next week, or after a day. */
export async function snoozeReminder(
  house: House,
  caller: Caller,
  asked: ActData['snooze'],
): Promise<Outcome> {
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [caller.person],
    decide(book) {
      const own = book.person(caller.person);
      if (own === undefined) return { kind: 'refused', because: 'not-yours' };
      const before = own.snoozes.find(({ nudge }) => nudge === asked.nudge);
      const context = contextOf(house, caller, book, asked.tap);
      const verdict = judgeSnooze(asked.nudge, before, asked.until as SnoozeWish, context, own);
      if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
      if (verdict.kind === 'done') {
        book.putSnooze(caller.person, verdict.snooze);
        book.enter({ act: 'snooze', by: caller.person, about: { nudge: asked.nudge } });
      }
      return { kind: verdict.kind };
    },
  });
  if (outcome.kind === 'done') house.changed(caller.organisation, [`person|${caller.person}`]);
  return outcome;
}

/** One kind of reminder, off or on again. */
export async function muteReminders(
  house: House,
  caller: Caller,
  asked: { kind: NudgeKind; tap?: string | undefined },
  to: MuteMove['to'],
): Promise<Outcome> {
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [caller.person],
    decide(book) {
      const before = book.person(caller.person)?.mutes.find(({ kind }) => kind === asked.kind);
      const context = contextOf(house, caller, book, asked.tap);
      const verdict = judgeMute(asked.kind, before, to, context);
      if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
      if (verdict.kind === 'done') {
        book.putMute(caller.person, verdict.mute);
        const act = to === 'muted' ? 'mute' : 'unmute';
        book.enter({ act, by: caller.person, about: { kind: asked.kind } });
      }
      return { kind: verdict.kind };
    },
  });
  if (outcome.kind === 'done') house.changed(caller.organisation, [`person|${caller.person}`]);
  return outcome;
}
