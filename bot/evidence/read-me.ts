import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
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
