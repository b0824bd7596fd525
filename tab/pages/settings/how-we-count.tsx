import { useCallback } from 'react';
import type { SettingsAct, SettingsView } from '../../../bot/contract/settings.ts';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import {
  hoursWords,
  monthChoices,
  rowNames,
  settings as words,
  targetWords,
  yearWords,
} from '../../words-settings.ts';
import { getSettings } from './api.ts';
import { Grades } from './grades.tsx';
import { Networks } from './networks.tsx';
import { SettingForm, type Field } from './setting-form.tsx';
import { ChangeIt, changeLabels, SettingRow } from './setting-row.tsx';

/** What the organisation's figures are counted by, each with who set it, and a form to change it. */
export function HowWeCount(props: { organisation: string; changed: () => Promise<void> }) {
  const { organisation, changed } = props;
  const { view, reload } = useView(getSettings);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(both);
  return (
    <section aria-label={words.title}>
      <Shown view={view} reload={reload} small>
        {(held) => (
          <>
            <p>{words.lead}</p>
            {!held.mayChange && <p className="soft">{words.changeRights}</p>}
            <ul className="rows">
              {rowsOf(held, organisation).map((row) => (
                <Row key={row.what} row={row} held={held} acts={acts} />
              ))}
            </ul>
            <Networks held={held} organisation={organisation} acts={acts} />
            <Grades held={held} organisation={organisation} acts={acts} />
          </>
        )}
      </Shown>
      <StatusMessage acts={acts} />
    </section>
  );
}

interface Setting {
  readonly what: Exclude<SettingsView['changes'][number]['what'], 'grade'>;
  readonly value: string;
  readonly fields: readonly Field[];
  readonly act: (said: Readonly<Record<string, string>>) => SettingsAct;
}

function Row({ row, held, acts }: { row: Setting; held: SettingsView; acts: Acts }) {
  const name = rowNames[row.what];
  const changes = held.changes.filter(({ what }) => what === row.what);
  return (
    <SettingRow name={name} value={row.value} changes={changes}>
      {held.mayChange && (
        <ChangeIt key={changes[0]?.id} {...changeLabels(name)}>
          <SettingForm fields={row.fields} acts={acts} id={row.what} act={row.act} />
        </ChangeIt>
      )}
    </SettingRow>
  );
}

function rowsOf(held: SettingsView, organisation: string): Setting[] {
  const from: Field = { name: 'from', label: words.from, type: 'date', value: held.on };
  const common = ({ because = '' }: Readonly<Record<string, string>>) => ({
    organisation,
    because,
  });
  return [
    {
      what: 'year',
      value: yearWords(held),
      fields: [
        {
          ...{ name: 'year', label: words.yearStart, type: 'choice', choices: monthChoices },
          value: String(held.yearStartMonth),
        },
        {
          ...{ name: 'appraisal', label: words.appraisalStart, type: 'choice' },
          ...{ choices: monthChoices, value: String(held.appraisalStartMonth) },
        },
        { ...from, label: words.yearFrom, value: '' },
      ],
      act: (said) => ({
        verb: 'set-year',
        data: {
          yearStartMonth: Number(said['year']),
          appraisalStartMonth: Number(said['appraisal']),
          from: said['from'] ?? '',
          ...common(said),
        },
      }),
    },
    {
      what: 'target',
      value: targetWords(held),
      fields: [
        {
          ...{ name: 'target', label: words.target, hint: words.targetHint, type: 'number' },
          value: String(held.attendanceTarget),
        },
        from,
      ],
      act: (said) => ({
        verb: 'set-target',
        data: {
          attendanceTarget: Number(said['target']),
          from: said['from'] ?? '',
          ...common(said),
        },
      }),
    },
    {
      what: 'reading',
      value: held.assistantsCount ? words.counted : words.notCounted,
      fields: [
        {
          ...{ name: 'count', label: words.assistants, type: 'choice' },
          choices: [
            { id: 'no', name: words.notCounted },
            { id: 'yes', name: words.counted },
          ],
          value: held.assistantsCount ? 'yes' : 'no',
        },
        from,
      ],
      act: (said) => ({
        verb: 'set-reading',
        data: {
          assistantsCount: said['count'] === 'yes',
          from: said['from'] ?? '',
          ...common(said),
        },
      }),
    },
    {
      what: 'hours',
      value: hoursWords(held),
      fields: [
        { name: 'opens', label: words.opens, type: 'time', value: held.opens },
        { name: 'closes', label: words.closes, type: 'time', value: held.closes },
      ],
      act: (said) => ({
        verb: 'set-hours',
        data: { opens: said['opens'] ?? '', closes: said['closes'] ?? '', ...common(said) },
      }),
    },
    {
      what: 'words',
      value: `${held.name}. ${held.speakUpLink ?? words.noSpeakUp}`,
      fields: [
        { name: 'name', label: words.name, type: 'text', value: held.name },
        {
          ...{ name: 'link', label: words.speakUp, hint: words.speakUpHint, type: 'url' },
          ...{ value: held.speakUpLink ?? '', optional: true },
        },
      ],
      act: (said) => ({
        verb: 'set-words',
        data: { name: said['name'] ?? '', speakUpLink: said['link'] ?? '', ...common(said) },
      }),
    },
  ];
}
