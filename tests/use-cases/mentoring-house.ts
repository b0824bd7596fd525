import type { Act } from '../../bot/contract/acts.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { houseInMemory } from '../support/house.ts';
import { ZPV } from '../support/small-trust.ts';

export type House = Awaited<ReturnType<typeof houseInMemory>>;
type Who = keyof House['cast'];

/** A small trust, where Zainab leads the programme, and short words for what people do in it. */
export async function mentoringHouse(start?: string) {
  const house = await houseInMemory(start);
  const { cast, doors, as } = house;
  const outcome = async (who: Who, act: Act) => {
    const [answer] = await doors.perform(as(cast[who]), act);
    return answer?.outcome;
  };
  /** Leila is asked to mentor Aoife; Rosalind supports her. */
  const propose = async (
    more: Partial<Record<'mentor' | 'director' | 'supporter', PersonId>> = {},
  ): Promise<string> => {
    const { chair: mentor, nurse: director, boardChair: supporter } = cast;
    const [answer] = await doors.perform(as(cast.edi), {
      verb: 'propose-pair',
      data: { mentor, director, supporter, time: '1 hour a month', ...more },
    });
    return answer?.subject ?? '';
  };
  type OfPair =
    'accept-pair' | 'decline-pair' | 'pause-pair' | 'resume-pair' | 'end-pair' | 'complete-pair';
  const does = (who: Who, verb: OfPair, pair: string) => outcome(who, { verb, data: { pair } });
  const met = (who: Who, pair: string, date: string) =>
    outcome(who, { verb: 'met', data: { pair, date } });
  const notMet = (who: Who, pair: string, date: string) =>
    outcome(who, { verb: 'not-met', data: { pair, date } });
  const matched = async (): Promise<string> => {
    const pair = await propose();
    await does('chair', 'accept-pair', pair);
    await does('nurse', 'accept-pair', pair);
    return pair;
  };
  const sees = async (who: Who) => (await doors.mentoring(as(cast[who]))).pairs;
  const commitment = async (who: Who) => {
    const shown = await doors.progress(as(cast[who]));
    return shown.kind === 'shown'
      ? shown.view.commitments.find(({ code }) => code === 'S3.b')
      : undefined;
  };
  const entries = async () => {
    const found: { key: string; properties: Readonly<Record<string, string>> }[] = [];
    for await (const page of house.tables.records.range(`${ZPV.tenant}|ZPV`, 'l|', 'l|~')) {
      found.push(...page);
    }
    return found;
  };
  return {
    ...house,
    outcome,
    propose,
    does,
    met,
    notMet,
    matched,
    sees,
    commitment,
    entries,
  };
}
