import type { SilverCode } from '../contract/silver.ts';
import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
import { counted } from './reasoning.ts';
import { aboutPack } from './words.ts';

/** For whoever holds the pack and knows nobody at the organisation. */
export function readMe(facts: PackFacts): string {
  return `SILVER EVIDENCE
${aboutPack(facts)}

WHAT IS IN IT
evidence.docx        the evidence, one section for each line of the framework
figures.xlsx         every figure, with formulas that count it again
facts/               the same facts as CSV files
board-paper.docx     one page for the board
network-updates/     for each staff network: what it asked, what became of it
manifest.json        what the pack was made from, and the hash of each file
SHA256SUMS           the same hashes, for the commands below

Send on only what its reader needs. The network updates are meant for the networks.

HOW TO CHECK IT
Unpack the zip and go into its folder. No account and no network is needed.

Linux:    sha256sum -c SHA256SUMS
macOS:    shasum -a 256 -c SHA256SUMS
Windows, in PowerShell:
  Get-Content SHA256SUMS | ForEach-Object { $h, $f = $_ -split '  ', 2;
    "$f " + ((Get-FileHash $f).Hash -eq $h) }

With the app's code, which names exactly what was altered:
  npm run admin -- verify-pack --file silver-evidence.zip

Then open figures.xlsx: its first sheet says whether every figure agrees with
its facts.

HOW TO COUNT EACH FIGURE YOURSELF
In facts/figures.csv each figure has the days that it looks at, and S2 and
S2.met the year whose reported percentage they ask for. The facts:

${facts.figures.map(({ code }) => howTo(code)).join('\n')}

WHAT THAT SHOWS
The files belong together and are as they were made. It does not show who made
them: whoever can make a pack can make another. So the seal in manifest.json
should be noted where others see it, such as the minutes of the board. The
organisation can show that its records still lead to the ledger's head that
manifest.json names, and can make this very pack again.

ABOUT PEOPLE
Nobody is named. People stand under numbers of this pack's own, in the order of
their answers, so that a place in a list tells nothing. For reverse mentoring
there is only a yes or a no.
`;
}

const factFiles: Record<SilverCode, string> = {
  S1: 's1-council',
  'S1.a': 'statements',
  'S1.b': 'statements',
  'S1.c': 'statements',
  S2: 's2-goals, s2-reports',
  'S2.met': 's2-met-outcomes, s2-reports',
  S3: 's3-education',
  'S3.b': 's3-b-mentoring',
  S4: 's4-meetings, s4-networks',
  'S4.a': 's4-a-heard',
  S5: 's5-papers',
  'S5.a': 's5-papers, statements',
  'S5.b': 's5-papers, statements',
};

function howTo(code: SilverCode): string {
  const lines = counted[code].match(/\S.{0,68}(?=\s|$)/g) ?? [];
  return [`${code.padEnd(8)}${factFiles[code]}`, ...lines.map((line) => `        ${line}`)].join(
    '\n',
  );
}
