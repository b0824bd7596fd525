import type { SettingsView } from '../../../bot/contract/settings.ts';
import type { Acts } from '../../parts/use-acts.ts';
import { networkWords, settings as words } from '../../words-settings.ts';
import { SettingForm, type Field } from './setting-form.tsx';
import { ChangeIt, changeLabels, SettingRow } from './setting-row.tsx';

type Network = SettingsView['networks'][number];

/** The organisation's staff networks: one that ends keeps what was attended there. */
export function Networks(props: { held: SettingsView; organisation: string; acts: Acts }) {
  const { held, organisation, acts } = props;
  const describe = (said: Readonly<Record<string, string>>) => ({
    organisation,
    name: said['name'] ?? '',
    termsUsed: said['terms'] ?? '',
    countsForSilver: said['counts'] === 'yes',
    because: said['because'] ?? '',
  });
  return (
    <>
      <h3>{words.networks}</h3>
      <ul className="rows">
        {held.networks.map((network) => (
          <SettingRow key={network.id} name={network.name} value={networkWords(network)}>
            {held.mayChange && (
              <>
                <ChangeIt key={networkWords(network)} {...changeLabels(network.name)}>
                  <SettingForm
                    id={`change ${network.id}`}
                    fields={fieldsOf(network)}
                    acts={acts}
                    act={(said) => ({
                      verb: 'change-network',
                      data: { network: network.id, ...describe(said) },
                    })}
                  />
                </ChangeIt>
                <ChangeIt
                  key={`end ${network.endsOn ?? ''}`}
                  label={words.endNetwork}
                  fullLabel={words.endNetworkFor(network.name)}
                >
                  <SettingForm
                    id={`end ${network.id}`}
                    fields={[{ name: 'last', label: words.lastDay, type: 'date', value: '' }]}
                    acts={acts}
                    act={(said) => ({
                      verb: 'end-network',
                      data: {
                        ...{ organisation, network: network.id, lastDay: said['last'] ?? '' },
                        because: said['because'] ?? '',
                      },
                    })}
                  />
                </ChangeIt>
              </>
            )}
          </SettingRow>
        ))}
      </ul>
      {held.mayChange && (
        <details key={held.networks.length}>
          <summary>{words.addNetwork}</summary>
          <SettingForm
            id="add-network"
            fields={fieldsOf({ name: '', countsForSilver: true })}
            acts={acts}
            act={(said) => ({ verb: 'add-network', data: describe(said) })}
          />
        </details>
      )}
    </>
  );
}

function fieldsOf({
  name,
  termsUsed = '',
  countsForSilver,
}: Pick<Network, 'name' | 'termsUsed' | 'countsForSilver'>): Field[] {
  return [
    { name: 'name', label: words.networkName, type: 'text', value: name },
    {
      ...{ name: 'terms', label: words.termsUsed, hint: words.termsHint, type: 'text' },
      ...{ value: termsUsed, optional: true },
    },
    {
      ...{ name: 'counts', label: words.counts, hint: words.countsHint, type: 'choice' },
      choices: [
        { id: 'yes', name: words.countsYes },
        { id: 'no', name: words.countsNo },
      ],
      value: countsForSilver ? 'yes' : 'no',
    },
  ];
}
