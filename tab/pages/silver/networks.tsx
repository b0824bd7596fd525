import type { SilverLine } from '../../../bot/contract/silver.ts';
import { organisation as words } from '../../words-organisation.ts';

/** Each network's part in S4. */
export function Networks({ networks }: { networks: NonNullable<SilverLine['networks']> }) {
  return (
    <table>
      <caption>{words.byNetwork}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.network}</th>
          <th scope="col">{words.columns.twelve}</th>
          <th scope="col">{words.columns.year}</th>
        </tr>
      </thead>
      <tbody>
        {networks.map(({ network, name, n, thisYear }) => (
          <tr key={network}>
            <th scope="row">{name}</th>
            <td>{n}</td>
            <td>{thisYear}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
