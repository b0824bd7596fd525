const radius = 29;
const round = 2 * Math.PI * radius;

/** How much of the target is confirmed, and (paler) waiting. The words beside it say the same. */
export function ProgressRing(props: { done: number; waiting: number; target: number }) {
  const share = (count: number) => Math.min(1, count / Math.max(1, props.target)) * round;
  return (
    <svg className="ring" width="72" height="72" viewBox="0 0 72 72" aria-hidden="true">
      <circle className="ring-track" cx="36" cy="36" r={radius} />
      <Arc look="ring-waiting" length={share(props.done + props.waiting)} />
      <Arc look="ring-done" length={share(props.done)} />
      <text x="36" y="42" textAnchor="middle">
        {props.done > props.target ? props.done : `${props.done}/${props.target}`}
      </text>
    </svg>
  );
}

function Arc({ look, length }: { look: string; length: number }) {
  // A round end would show a dot for nothing.
  if (length === 0) return null;
  return (
    <circle className={look} cx="36" cy="36" r={radius} strokeDasharray={`${length} ${round}`} />
  );
}
