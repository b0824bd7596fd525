/** True for a request beyond so many within any second, of one chat or of all of them. */
export function limitOf({ perThread, perApp }: { perThread: number; perApp: number }) {
  const requests: { at: number; thread: string | undefined }[] = [];
  return (thread: string | undefined): boolean => {
    const now = performance.now();
    while (requests[0] !== undefined && requests[0].at <= now - 1000) requests.shift();
    const ofThread = requests.filter((each) => each.thread === thread).length;
    if (requests.length >= perApp || (thread !== undefined && ofThread >= perThread)) return true;
    requests.push({ at: now, thread });
    return false;
  };
}
