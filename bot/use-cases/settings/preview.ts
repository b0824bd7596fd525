import type { Refusal } from '../../contract/acts.ts';
import type { SettingsAct, SettingsPreview } from '../../contract/settings.ts';
import type { Frame } from '../../domain/facts.ts';
import { BY_NOW, frameAsKnown, frameOn, personAsKnown } from '../../domain/known.ts';
import type { Known } from '../../domain/measures/figure.ts';
import { OWN_ATTENDANCE_RULE, ownAttendance } from '../../domain/measures/own-attendance.ts';
import { isExecutiveOn } from '../../domain/roles.ts';
import { withChange } from '../../domain/settings/settings.ts';
import { thingKinds } from '../../domain/things.ts';
import { londonDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { Caller } from '../ports.ts';
import { silverLines } from '../silver.ts';
import { judgeSettingsAct } from './judge.ts';

export type PreviewOutcome =
  { kind: 'shown'; view: SettingsPreview } | { kind: 'refused'; because: Refusal };

/**
 * Today's figures as they stand, and as they would with this act done. What holds only from a day
 * to come is shown as if it held today. By the same verdict and the same measures as the act itself.
 */
export async function previewSettings(
  house: House,
  caller: Caller,
  act: SettingsAct,
): Promise<PreviewOutcome> {
  const now = house.clock.now();
  const on = londonDate(now);
  const [{ people: all, frame: recorded }, things] = await Promise.all([
    house.records.people(caller.organisation),
    house.records.things(caller.organisation, thingKinds),
  ]);
  const verdict = judgeSettingsAct(act, contextOf(house, caller, { now, frame: recorded }));
  if (verdict.kind === 'refused') return verdict;
  const people = all.map((person) => personAsKnown(person, BY_NOW));
  const frame = frameAsKnown(recorded, BY_NOW, on);
  const before = { people, frame, things, on };
  const after = { ...before, frame: frameWith(recorded, verdict, before) };
  const [were, would] = [figuresOf(before, house), figuresOf(after, house)];
  return {
    kind: 'shown',
    view: {
      on,
      lines: were.flatMap((was, index) => {
        const then = would[index];
        if (then === undefined || isSame(was.figure, then.figure)) return [];
        return [{ code: was.code, title: was.title, before: was.figure, after: then.figure }];
      }),
    },
  };

  function frameWith(
    given: Frame,
    decided: Exclude<typeof verdict, { kind: 'refused' }>,
    { frame: held }: Known,
  ): Frame {
    if (decided.kind === 'already') return held;
    if ('change' in decided) {
      const { change } = decided;
      const today = { ...change, from: change.from < on ? change.from : on };
      return frameOn({ ...held, settings: withChange(given.settings, today) }, on);
    }
    const network = { ...decided.network, recordedAt: now };
    return {
      ...held,
      networks: [...held.networks.filter(({ id }) => id !== network.id), network],
    };
  }
}

interface Seen {
  readonly code: string;
  readonly title: string;
  readonly figure: SettingsPreview['lines'][number]['before'];
}

/** The Silver lines, and how many executive directors have met their own commitment. */
function figuresOf(known: Known, { clock, isBankHoliday }: House): Seen[] {
  const lines = silverLines(known, { spellsOut: false }).map(({ code, title, n, of, ready }) => ({
    ...{ code, title, figure: { n, of, ready } },
  }));
  const { people, frame, on } = known;
  const executives = people.filter((person) => isExecutiveOn(frame.roles, person.id, on));
  const met = executives.filter(
    (person) => ownAttendance(person, frame, clock.now(), isBankHoliday).status === 'met',
  ).length;
  const of = executives.length;
  const [code = ''] = OWN_ATTENDANCE_RULE.split('/');
  const own = { code, title: '', figure: { n: met, of, ready: of > 0 && met === of } };
  return [...lines, own];
}

function isSame(a: Seen['figure'], b: Seen['figure']): boolean {
  return a.n === b.n && a.of === b.of && a.ready === b.ready;
}
