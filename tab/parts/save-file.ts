import type { Answer } from '../answer.ts';
import { download } from '../api.ts';

/** Hands a file to the browser to save. */
export async function saveDownload(path: string, name: string): Promise<Answer<'saved'>> {
  const answer = await download(path);
  if (answer.kind !== 'ok') return answer;
  const address = URL.createObjectURL(answer.value);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { kind: 'ok', value: 'saved' };
}
