import type { Silver, SilverCode, SilverLine } from '../../bot/contract/silver.ts';
import type { Shown } from '../../bot/use-cases/doors.ts';

/** One line of the Silver figures, as somebody is shown it. */
export function lineOf(shown: Shown<Silver>, code: SilverCode): SilverLine | undefined {
  return shown.kind === 'shown' ? shown.view.lines.find((line) => line.code === code) : undefined;
}
