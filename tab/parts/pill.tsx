export type Tone = 'good' | 'ask' | 'wait' | 'calm';

const glyphs: Record<Tone, string> = { good: '✓', ask: '○', wait: '…', calm: '–' };

/** A state in words; its colour and sign only repeat them. */
export function Pill({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`pill ${tone}`}>
      <span aria-hidden="true">{glyphs[tone]}</span> {children}
    </span>
  );
}
