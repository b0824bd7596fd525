/** A window that the tab asked Teams for: what it says when it is done, or that it was closed. */
export function openConsentWindow(
  url: string,
  /** What teams-js is told in there when it says hello. */
  hello: readonly unknown[],
): Promise<readonly unknown[]> {
  // teams-js lets nothing pass but https; this house has none.
  const { pathname, search, hash } = new URL(url);
  const page = `${location.origin}${pathname}${search}${hash}`;
  const opened = window.open(page, '_blank', 'popup,width=600,height=560');
  if (opened === null) return Promise.resolve([false, 'FailedToOpenWindow']);
  return new Promise((resolve) => {
    const watch = setInterval(() => opened.closed && end([false, 'CancelledByUser']), 300);
    function end(answer: readonly unknown[]): void {
      clearInterval(watch);
      window.removeEventListener('message', hear);
      opened?.close();
      resolve(answer);
    }
    function hear({ source, origin, data }: MessageEvent): void {
      if (source !== opened || origin !== location.origin) return;
      if (typeof data !== 'object' || data === null) return;
      const { id, uuidAsString, func, args }: Record<string, unknown> = { ...data };
      const [said] = Array.isArray(args) ? args : [];
      if (func === 'initialize') {
        opened?.postMessage({ id, uuidAsString, args: hello }, location.origin);
      }
      if (func === 'authentication.authenticate.success') end([true, said]);
      if (func === 'authentication.authenticate.failure') end([false, said]);
    }
    window.addEventListener('message', hear);
  });
}
