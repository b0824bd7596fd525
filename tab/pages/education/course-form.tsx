import { useEffect, useId, useMemo, useState, type SyntheticEvent } from 'react';
import type { MyRecord } from '../../../bot/contract/education.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemSummary } from '../../parts/problem-summary.tsx';
import { PastDateField, TextField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { form as words } from '../../words-education.ts';
import { recordRequest, type ToRecord } from './acts.ts';
import { sendFile } from './api.ts';
import { wordsOf } from './evidence.tsx';
import { ShowsFields } from './shows-fields.tsx';
import { faultsOf, type Fault, type Field, type Filled } from './filled.ts';

/** Records a course. What is typed stays until it is recorded. */
export function CourseForm(props: {
  organisation: string;
  today: string;
  /** A record that was sent back, to be mended. */
  mending: MyRecord | undefined;
  acts: Acts;
}) {
  const { organisation, today, mending, acts } = props;
  const [filled, fill] = useState<Filled>({
    course: mending?.course ?? '',
    date: mending?.date ?? '',
    shows: mending?.evidence?.kind === 'file' ? 'file' : 'link',
    link: mending?.evidence?.kind === 'link' ? mending.evidence.address : '',
    file: undefined,
  });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [sending, setSending] = useState(false);
  const id = useId();
  const idOf = (field: Field) => `${id}-${field}`;
  const faultOf = (field: Field) => faults.find((fault) => fault.field === field)?.text;

  // Asked for from the list above it, the form begins in its first field.
  useEffect(() => {
    if (mending !== undefined) document.getElementById(`${id}-course`)?.focus();
  }, [mending, id]);

  // The same as long as the faults are: the summary takes the focus when it is new.
  const problems = useMemo(
    () => faults.map(({ field, text }) => ({ field: `${id}-${field}`, text })),
    [faults, id],
  );

  async function record(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (sending) return;
    const found = faultsOf(filled, today);
    setFaults(found);
    if (found.length > 0) return;
    const { course, date, link, file } = filled;
    const told = { course: course.trim(), date, ...(mending && { instead: mending.id }) };
    if (filled.shows === 'link' || file === undefined)
      return act({ ...told, evidence: link.trim() });
    setSending(true);
    const sent = await sendFile(file);
    setSending(false);
    if (sent.kind !== 'ok') return setFaults([{ field: 'file', text: wordsOf(sent) }]);
    act({ ...told, evidence: { file: sent.value.id } });
  }

  function act(told: ToRecord): void {
    acts.perform('record', recordRequest(told, organisation));
  }

  return (
    <form className="stacked" noValidate onSubmit={(event) => void record(event)}>
      <ProblemSummary problems={problems} />
      <TextField
        id={idOf('course')}
        label={words.course}
        fault={faultOf('course')}
        most={200}
        value={filled.course}
        set={(course) => fill({ ...filled, course })}
      />
      <PastDateField
        id={idOf('date')}
        label={words.date}
        fault={faultOf('date')}
        today={today}
        value={filled.date}
        set={(date) => fill({ ...filled, date })}
      />
      <ShowsFields
        id={id}
        shown={filled}
        show={(shown) => fill({ ...filled, ...shown })}
        faultOf={faultOf}
        linkHint={words.linkHint}
      />
      <div className="buttons">
        <Button
          look="primary"
          submits
          busy={sending || acts.busy === 'record'}
          held={acts.busy !== undefined}
        >
          {words.record}
        </Button>
      </div>
    </form>
  );
}
