import { readFile } from 'node:fs/promises';

/** Megabytes of memory that a process holds now, and held at most; Linux alone tells. */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    if (kilobytes === undefined) throw new Error(`process ${pid} does not tell its ${name}`);
    return (Number(kilobytes) * 1024) / 1_000_000;
  };
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
