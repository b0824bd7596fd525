import type {
  Auditor,
  Backups,
  Clock,
  Directory,
  Erasures,
  Holdings,
  Imports,
  Organisations,
  Reach,
  Records,
} from '../use-cases/ports.ts';
import type { Nudges } from '../use-cases/nudge-ports.ts';
import type { Packs } from '../use-cases/evidence/pack-facts.ts';
import type { Readers } from '../use-cases/readers.ts';

/** What the commands work on. */
interface AdminPorts {
  readonly imports: Imports;
  readonly organisations: Organisations;
  readonly auditor: Auditor;
  readonly directory: Pick<Directory, 'withCode' | 'all' | 'account'>;
  readonly records: Records;
  readonly nudges: Nudges;
  readonly backups: Backups;
  readonly erasures: Erasures;
  readonly holdings: Holdings;
  readonly readers: Readers;
  readonly reach: Reach;
}

/** `open` is called once the command line makes sense. */
export interface Given {
  open(): Promise<AdminPorts>;
  /** Needs no storage: whoever holds a pack can verify it. */
  readonly packs: Packs;
  readonly clock: Clock;
  print(line: string): void;
}

/** How a command ends; `refused` is one line for the operator. */
export type Ending =
  { kind: 'done' } | { kind: 'faults-found' } | { kind: 'refused'; because: string };

export interface Command {
  /** One line in the list of commands. */
  readonly purpose: string;
  /** Its own page, below its usage. */
  readonly usage: string;
  readonly help: readonly string[];
  run(argv: readonly string[], given: Given): Promise<Ending>;
}

export function refused(because: string): { kind: 'refused'; because: string } {
  return { kind: 'refused', because };
}
