import { createHash } from 'node:crypto';
import type { OrganisationRef } from '../domain/facts.ts';
import { isClosed } from '../domain/merger.ts';
import type { Instant, PlainDate } from '../domain/time.ts';
import type { Clock, ImportedFact, ImportKind, Imports, Records, SettleItem } from './ports.ts';
import type { ListContext, Reader, Readers } from './readers.ts';

export interface ImportPorts {
  readonly imports: Imports;
  readonly records: Pick<Records, 'frame'>;
  readonly readers: Readers;
  readonly clock: Clock;
}

export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The day of which the file speaks. */
  readonly asAt: PlainDate;
  /** False: says what would be imported and changes nothing. */
  readonly apply: boolean;
  readonly progress?: (done: number, of: number) => void;
}

export type ImportVerdict<Summary> =
  | { kind: 'imported' | 'would-import'; summary: Summary; settle: SettleItem[]; facts: number }
  | { kind: 'already'; committedAt: Instant }
  | { kind: 'refused'; because: string }
  | OrganisationIsClosed;

/** It went into another organisation: what it has is read, and stays as it is. */
export interface OrganisationIsClosed {
  readonly kind: 'closed';
  readonly closedOn: PlainDate;
  readonly successor?: string;
}

/** People staged at a time: enough to keep storage busy, few enough to keep memory flat. */
const partsAtATime = 50;

/** No such import: a dry run reads what is committed and opens nothing. */
const dryRun = '';

/**
 * The course of every import: read the file, hold it against what is known, stage in chunks, commit.
 * A run that was interrupted is resumed by running it again: staging the same fact changes nothing.
 */
export async function importFile<Known extends ListContext, Summary>(
  ports: Pick<ImportPorts, 'imports' | 'records' | 'clock'>,
  organisation: OrganisationRef,
  file: FileToImport,
  plan: {
    readonly kind: ImportKind;
    readonly reader: Reader<Known, Summary>;
    readonly gather: (context: ListContext, importId: string) => Promise<Known>;
  },
): Promise<ImportVerdict<Summary>> {
  const { imports } = ports;
  const closed = await closedBy(ports, organisation);
  if (closed !== undefined) return closed;
  const reading = await plan.reader(file.bytes);
  if (reading.kind === 'refused') return reading;

  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const opened = file.apply
    ? await imports.open(organisation, { kind: plan.kind, asAt: file.asAt, sha256 })
    : undefined;
  if (opened?.kind === 'already') return opened;

  const listDates = await imports.datesOf(organisation, plan.kind);
  const context = { fileName: file.name, asAt: file.asAt, listDates };
  const known = await plan.gather(context, opened?.staged.id ?? dryRun);

  const settle: SettleItem[] = [];
  let facts = 0;
  let done = 0;
  let chunk: ImportedFact[] = [];
  const parts = reading.against(known);
  for (;;) {
    const next = parts.next();
    if (!next.done) {
      settle.push(...next.value.flatMap((fact) => (fact.kind === 'settle' ? fact.item : [])));
      facts += next.value.filter((fact) => fact.kind !== 'settle').length;
      done += 1;
      if (opened) chunk.push(...next.value);
      if (done % partsAtATime !== 0) continue;
    }
    if (opened && chunk.length > 0) await opened.staged.stage(chunk);
    chunk = [];
    file.progress?.(Math.min(done, reading.parts), reading.parts);
    if (next.done) {
      // Reading thousands of rows takes a while, and its last day may have ended meanwhile.
      const closedSince = await closedBy(ports, organisation);
      if (closedSince !== undefined) return closedSince;
      await opened?.staged.commit('operator');
      const kind = opened ? 'imported' : 'would-import';
      return { kind, summary: next.value, settle, facts };
    }
  }
}

/** Nothing is brought into an organisation after its last day, and nothing taken out of it. */
export async function closedBy(
  { records, clock }: Pick<ImportPorts, 'records' | 'clock'>,
  organisation: OrganisationRef,
): Promise<OrganisationIsClosed | undefined> {
  const { settings } = await records.frame(organisation);
  const { closedOn, successor } = settings;
  if (closedOn === undefined || !isClosed(settings, clock.now())) return undefined;
  return { kind: 'closed', closedOn, ...(successor === undefined ? {} : { successor }) };
}
