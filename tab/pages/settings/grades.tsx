import { gradeMeaningSchema } from '../../../bot/contract/settle.ts';
import type { SettingsView } from '../../../bot/contract/settings.ts';
import type { Acts } from '../../parts/use-acts.ts';
import { gradeWords, meaningName, settings as words } from '../../words-settings.ts';
import { SettingForm } from './setting-form.tsx';
import { ChangeIt, changeLabels, SettingRow } from './setting-row.tsx';

/** What each grade of the staff list means; those that nobody has said anything of stand open. */
export function Grades(props: { held: SettingsView; organisation: string; acts: Acts }) {
  const { grades } = props.held;
  const unknown = grades.filter(({ meaning }) => meaning === undefined);
  return (
    <details open={unknown.length > 0}>
      <summary>
        {words.grades}
        {unknown.length > 0 && `: ${words.unknown(unknown.length)}`}
      </summary>
      <p className="soft">{words.gradesLead}</p>
      <ul className="rows">
        {grades.map((grade) => (
          <Grade key={grade.code} grade={grade} {...props} />
        ))}
      </ul>
    </details>
  );
}

function Grade(props: {
  grade: SettingsView['grades'][number];
  held: SettingsView;
  organisation: string;
  acts: Acts;
}) {
  const { grade, held, organisation, acts } = props;
  const { code, meaning } = grade;
  const changes = held.changes.filter((change) => change.code === code);
  return (
    <SettingRow name={code} value={gradeWords(grade)} changes={changes}>
      {held.mayChange && (
        <ChangeIt key={changes[0]?.id} {...changeLabels(code)}>
          <SettingForm
            id={`grade ${code}`}
            fields={[
              {
                ...{ name: 'meaning', label: words.meaning, type: 'choice', value: meaning ?? '' },
                choices: gradeMeaningSchema.options.map((id) => ({ id, name: meaningName(id) })),
              },
              // What nobody had said holds as far back as figures may still move.
              {
                ...{ name: 'from', label: words.from, type: 'date' },
                value: meaning === undefined ? held.firstDay : held.on,
              },
            ]}
            acts={acts}
            act={(said) => ({
              verb: 'set-grade',
              data: {
                ...{ organisation, code, from: said['from'] ?? '', because: said['because'] ?? '' },
                meaning: gradeMeaningSchema.safeParse(said['meaning']).data ?? '8a',
              },
            })}
          />
        </ChangeIt>
      )}
    </SettingRow>
  );
}
