import { pictures } from '../words-pictures.ts';

/**
 * How many of how many, against a share that is asked for (`mark`: 0.75 for three quarters). The
 * numbers stand under it as text; `label` says aloud what is counted.
 */
export function CoverageBar(props: { n: number; of: number; mark?: number; label: string }) {
  const { n, of, mark, label } = props;
  const share = of === 0 ? 0 : Math.min(1, n / of);
  return (
    <figure className="coverage" aria-label={label}>
      <svg width="100%" height="20" aria-hidden="true">
        <rect className="coverage-track" y="6" width="100%" height="8" rx="4" />
        {share > 0 && (
          <rect className="coverage-done" y="6" width={percent(share)} height="8" rx="4" />
        )}
        {mark !== undefined && (
          <rect className="coverage-mark" x={percent(mark)} width="2" height="20" />
        )}
      </svg>
      <figcaption>
        <strong>{pictures.coverage(n, of)}</strong>
        {mark !== undefined && `; ${pictures.mark(mark, Math.ceil(mark * of))}`}
      </figcaption>
    </figure>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
