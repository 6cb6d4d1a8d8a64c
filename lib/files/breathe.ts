/** Work is done in slices of so many milliseconds, so that a page draws and answers keys in between. */
const SLICE_MS = 8;

interface WithScheduler {
  readonly scheduler?: { yield?: () => Promise<void> };
}

/**
 * Gives the page a turn whenever a slice of time is used up. Call it as often as you like between two small steps.
 *
 * @example `const breathe = breather(); for (const row of rows) { read(row); await breathe(); }`
 */
export function breather(): () => Promise<void> | undefined {
  let until = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < until) return undefined;
    return turn().then(() => {
      until = performance.now() + SLICE_MS;
    });
  };
}

/** A turn for everything else that waits; timers of four milliseconds would double the time of a large file. */
function turn(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
