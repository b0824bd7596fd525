import type { PlainDate } from '../../../bot/domain/time.ts';
import type { Storage } from '../../../bot/storage/open.ts';
import type { ImportedFact, ImportKind } from '../../../bot/use-cases/ports.ts';
import { alternate, median, timed } from '../figures.ts';
import {
  generateTrust,
  leader,
  personFacts,
  type GeneratedTrust,
  type Leader,
} from '../generated-trust.ts';
import { createClient } from '../http.ts';
import { rawReads } from '../raw-reads.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

const leaders = 1_500;
const asked = 60;
const warmingUp = 15;
/** Fewer, since each brings an import first. */
const askedAfterImport = 10;

/** The organisation's page over 1,500 leaders, beside the reads it can't do without. */
export async function organisation(stage: Stage): Promise<Row[]> {
  const { bot, connection, storage, trust, reader, token } = await largeTrust(stage, 'PAGE');
  const client = createClient();
  const reading = (path: string) => async (): Promise<void> => {
    const url = `${bot.origin}/api/organisation/${path}`;
    const answer = await client.ask({ method: 'GET', url, token });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  };
  const ask = reading('silver');
  const reads = rawReads(connection, trust.organisation, leaders);
  /** The asker's own new text: one person's facts are others than those of the page before. */
  const act = async (round: number): Promise<void> => {
    const body = JSON.stringify({ verb: 'draft-goal', data: { text: `Text ${round}.` } });
    const asking = { method: 'POST', url: `${bot.origin}/api/acts`, token, body } as const;
    const answer = await client.ask(asking);
    if (answer.status !== 200) throw new Error(`draft: ${answer.status} ${answer.text}`);
  };
  /** Everybody's facts are read against what was imported, so all are made sense of afresh. */
  const bring = async (round: number): Promise<void> => bringOne(storage, trust, reader, round);
  const between = async (rounds: number, before: (round: number) => Promise<void>, what = ask) => {
    const ours: number[] = [];
    const baseline: number[] = [];
    await alternate(
      rounds,
      async (round) => {
        await before(round);
        ours.push(await timed(what));
      },
      async () => void baseline.push(await timed(reads)),
    );
    return { unit: 'ms', ours: median(ours), baseline: median(baseline) };
  };
  await alternate(warmingUp, ask, reads);
  const still = await between(asked, () => Promise.resolve());
  const moved = await between(asked, act);
  const brought = await between(askedAfterImport, bring);
  const throughYear = reading('silver/year');
  await alternate(warmingUp, throughYear, reads);
  const year = await between(asked, () => Promise.resolve(), throughYear);
  const yearMoved = await between(asked, act, throughYear);
  client.close();
  const against = 'its raw reads';
  return [
    atMost('the organisation’s page, 1,500 leaders', { times: 1.5, ...still, against }),
    atMost('the same, each time after an act', {
      ...{ times: 1.5, ...moved, against },
      beside: { 'each time after an import': brought.ours },
    }),
    atMost('the organisation through the year, day by day', {
      ...{ times: 2.5, ...year, against },
      beside: { 'each time after an act': yearMoved.ours },
    }),
  ];
}

/** One fact of an import of its own. */
async function bringOne(
  storage: Storage,
  { organisation: of }: GeneratedTrust,
  { caller }: Leader,
  round: number,
): Promise<void> {
  const asAt = '2026-04-02' as PlainDate;
  const file = { kind: 'education', asAt, sha256: `${of.code} one more ${round}` } as const;
  const opened = await storage.imports.open(of, file);
  if (opened.kind === 'already') throw new Error('imported twice');
  const fact = { person: caller.person, course: 'Inclusive leadership', on: asAt };
  await opened.staged.stage([{ kind: 'education', row: round, fact }]);
  await opened.staged.commit('operator');
}

/** A trust of 1,500 leaders, and the token of its EDI lead. */
export async function largeTrust(stage: Stage, code: string) {
  const { bot, storage, connection, tabToken } = await stage.practice();
  const [executives, networks] = [12, 2];
  const firstLeader = stage.leaders(leaders);
  const trust = await generateTrust(storage, {
    ...{ code, executives, networks, meetings: 12, firstLeader, linked: 1 },
  });
  const others = Array.from({ length: leaders - executives - 2 * networks }, (_, index) =>
    leader(
      storage.imports.newPersonId(),
      firstLeader + executives + 2 * networks + index,
      trust.organisation,
    ),
  );
  await bringMore(storage, trust, others);
  const [reader] = trust.executives;
  if (reader === undefined) throw new Error('nobody to ask for');
  return { bot, connection, storage, trust, reader, token: await tabToken(reader.account) };
}

/** One of them is the EDI lead; each has education on record, so that digests are as long as in life. */
async function bringMore(
  storage: Storage,
  { organisation: of, executives }: GeneratedTrust,
  others: readonly Leader[],
): Promise<void> {
  const asAt = '2026-04-02' as PlainDate;
  const bring = async (kind: ImportKind, facts: ImportedFact[]): Promise<void> => {
    const opened = await storage.imports.open(of, {
      kind,
      asAt,
      sha256: `${of.code} ${kind} more`,
    });
    if (opened.kind === 'already') throw new Error('imported twice');
    await opened.staged.stage(facts);
    await opened.staged.commit('operator');
  };
  const [lead] = executives;
  if (lead === undefined) throw new Error('nobody to lead');
  const { person } = lead.caller;
  await bring('roles', [{ kind: 'role', fact: { role: 'edi-lead', person, on: asAt } }]);
  await bring('roster', others.flatMap(personFacts));
  await bring(
    'education',
    [...executives, ...others].map(({ caller }, row) => {
      const fact = { person: caller.person, course: 'Inclusive leadership', on: asAt };
      return { kind: 'education', row, fact };
    }),
  );
}
