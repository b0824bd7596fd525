import { useId, useState, type SyntheticEvent } from 'react';
import {
  correctionReasonSchema,
  gradeMeaningSchema,
  leaveReasonSchema,
  type CorrectionReason,
  type GradeMeaning,
  type SettleList,
} from '../../../bot/contract/settle.ts';
import type { ListedPerson } from '../../../bot/contract/people.ts';
import { getPeopleHere } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { ProblemSummary } from '../../parts/problem-summary.tsx';
import { ChoiceField, PastDateField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import {
  bandWords,
  leaveWords,
  reasonWords,
  settling as words,
  wayWords,
} from '../../words-settling.ts';
import { settleRequest, type Answered } from './settle-acts.ts';

type Item = SettleList['items'][number];
type Way = Answered['way'];

/** One question, and what is so. What else is asked depends on it. */
export function SettleForm(props: { item: Item; today: string; organisation: string; acts: Acts }) {
  const { item, today, organisation, acts } = props;
  const id = useId();
  // What the person proposed is chosen already; the EDI lead still decides.
  const [way, setWay] = useState<Way | undefined>(item.proposed && 'supervisor');
  const [band, setBand] = useState<GradeMeaning>();
  const [supervisor, setSupervisor] = useState<ListedPerson | undefined>(item.proposed);
  const [from, setFrom] = useState(item.proposed ? today : '');
  const [because, setBecause] = useState<CorrectionReason>('wrong-on-the-list');
  const [asked, setAsked] = useState(false);
  const choices = waysFor(item);
  const needs = {
    band: way === 'grade' || way === 'grade-for-all',
    supervisor: way === 'supervisor',
    from: way === 'grade' || way === 'supervisor' || way === 'left',
  };
  const faults: Record<string, string | undefined> = {
    way: way === undefined ? words.chooseFirst : undefined,
    band: needs.band && band === undefined ? words.bandMissing : undefined,
    supervisor: needs.supervisor && supervisor === undefined ? words.supervisorMissing : undefined,
    from: needs.from && from === '' ? words.dayMissing : undefined,
  };
  const problems = Object.entries(faults).flatMap(([field, text]) =>
    text === undefined ? [] : [{ field: `${id}-${field}`, text }],
  );
  const faultOf = (field: string) => (asked ? faults[field] : undefined);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (way === undefined || problems.length > 0) return;
    const said = { way, band, supervisor: supervisor?.id, from, because };
    acts.perform(`settle ${item.id}`, settleRequest(item, said, organisation));
  }

  return (
    <form className="stacked" noValidate onSubmit={submit}>
      {asked && <ProblemSummary problems={problems} />}
      <ChoiceField
        id={`${id}-way`}
        label={words.question}
        fault={faultOf('way')}
        value={way ?? ''}
        set={(chosen) => setWay(choices.find((choice) => choice.id === chosen)?.id)}
        choose={words.choose}
        choices={choices}
      />
      {needs.band && (
        <ChoiceField
          id={`${id}-band`}
          label={words.band}
          fault={faultOf('band')}
          value={band ?? ''}
          set={(chosen) => setBand(gradeMeaningSchema.safeParse(chosen).data)}
          choose={words.choose}
          choices={gradeMeaningSchema.options.map((each) => ({ id: each, name: bandWords(each) }))}
        />
      )}
      {needs.supervisor && (
        <PersonPicker
          id={`${id}-supervisor`}
          load={getPeopleHere}
          label={words.supervisor}
          fault={faultOf('supervisor')}
          chosen={supervisor}
          choose={setSupervisor}
        />
      )}
      {needs.from && (
        <>
          <PastDateField
            id={`${id}-from`}
            label={way === 'left' ? words.lastDay : words.from}
            fault={faultOf('from')}
            value={from}
            set={setFrom}
            today={today}
          />
          <ChoiceField
            id={`${id}-because`}
            label={words.because}
            fault={undefined}
            value={because}
            set={(chosen) => setBecause(correctionReasonSchema.safeParse(chosen).data ?? because)}
            choices={correctionReasonSchema.options.map((each) => ({
              id: each,
              name: reasonWords[each],
            }))}
          />
        </>
      )}
      <div className="buttons">
        <Button
          look="primary"
          submits
          busy={acts.busy === `settle ${item.id}`}
          held={acts.busy !== undefined}
        >
          {words.settle}
        </Button>
      </div>
    </form>
  );
}

/** What may be so about it; that somebody is still here is asked of people who may have left alone. */
function waysFor({ ways, problem }: Item): { id: Way; name: string }[] {
  const changing = ways.flatMap((way) =>
    way === 'leave' ? [] : [{ id: way, name: wayWords[way] }],
  );
  const leaving = leaveReasonSchema.options
    .filter(
      (reason) =>
        (reason === 'still-here') === problem.endsWith('-no-longer-listed') ||
        reason === 'mended-in-the-list',
    )
    .map((reason) => ({ id: reason, name: leaveWords[reason] }));
  return [...changing, ...leaving];
}
