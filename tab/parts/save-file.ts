import type { Answer } from '../answer.ts';
import { download } from '../api.ts';

/** Fetches a file and hands it to the browser to save. */
export async function saveDownload(path: string, name: string): Promise<Answer<'saved'>> {
  const answer = await download(path);
  if (answer.kind !== 'ok') return answer;
  saveAs(answer.value, name);
  return { kind: 'ok', value: 'saved' };
}

/** Hands a file to the browser to save. */
export function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
