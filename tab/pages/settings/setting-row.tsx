import type { ReactNode } from 'react';
import type { SettingsView } from '../../../bot/contract/settings.ts';
import { changeWords, settings as words } from '../../words-settings.ts';

/** What is set, since when and by whom; its form is folded away. */
export function SettingRow(props: {
  name: string;
  value: string;
  /** Its changes, newest first. */
  changes?: SettingsView['changes'];
  /** Left out where the reader may not change it. */
  children?: ReactNode;
}) {
  const { name, value, changes = [], children } = props;
  const [last] = changes;
  return (
    <li>
      <div className="row-words">
        <strong>{name}</strong>
        <span>{value}</span>
        {last && <span className="soft">{changeWords(last)}</span>}
      </div>
      {children}
    </li>
  );
}

/** Closed again once something was saved: its key says what was saved last. */
export function ChangeIt(props: { label: string; fullLabel: string; children: ReactNode }) {
  return (
    <details className="whole-row">
      <summary aria-label={props.fullLabel}>{props.label}</summary>
      {props.children}
    </details>
  );
}

export function changeLabels(name: string): { label: string; fullLabel: string } {
  return { label: words.change, fullLabel: words.changeFor(name) };
}
