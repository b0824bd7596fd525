const pressable = 'button, summary, a[href], input, select, textarea';
const mostRemembered = 20;

/**
 * When a press takes away what had the focus, as “Not now” takes its form away, the browser would
 * begin at the top again. Here the keyboard goes on from what took its place, or else from where it
 * was before.
 */
export function keepFocus(): void {
  let visited: HTMLElement[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    visited = [target, ...visited.filter((one) => one !== target)].slice(0, mostRemembered);
  });
  document.addEventListener(
    'click',
    () => {
      const lost = document.activeElement;
      if (lost === null || lost === document.body) return;
      const around = ancestorsOf(lost);
      const come: Node[] = [];
      const changes = new MutationObserver((records) => {
        for (const { addedNodes } of records) come.push(...addedNodes);
      });
      changes.observe(document.body, { childList: true, subtree: true });
      // The page answers a press before this.
      setTimeout(() => {
        changes.disconnect();
        if (lost.isConnected || document.activeElement !== document.body) return;
        const near = around.find((one) => one.isConnected);
        const replaced = come
          .filter((node) => node instanceof Element)
          .filter((node) => near?.contains(node) === true);
        const next =
          replaced.flatMap(pressableIn)[0] ??
          visited.find((one) => one.isConnected) ??
          (near && pressableIn(near)[0]);
        next?.focus();
      });
    },
    true,
  );
}

function ancestorsOf(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)];
}

function pressableIn(element: Element): HTMLElement[] {
  return [element, ...element.querySelectorAll(pressable)]
    .filter((one) => one instanceof HTMLElement)
    .filter((one) => one.matches(pressable) && one.checkVisibility());
}
