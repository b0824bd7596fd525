import type { Gate } from '../limits.ts';
import type { Caller } from '../use-cases/ports.ts';
import type { About, Answer } from './answer.ts';
import { filesBusy } from './reply.ts';

/** Answers where there is room; a download keeps its place until its last byte is gone. */
export async function inPlace(
  gate: Gate,
  { organisation, person }: Caller,
  about: About,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const leave = gate.enter(`${organisation.tenant} ${organisation.code} ${person}`);
  if (leave === undefined) return { ...filesBusy, about };
  let held = false;
  try {
    const given = await answer();
    held = given.kind === 'download';
    return given.kind === 'download' ? { ...given, gone: leave } : given;
  } finally {
    if (!held) leave();
  }
}
