/** Work is done in slices of so many milliseconds, so that a page draws and answers keys in between. */
const SLICE_MS = 8;

interface WithScheduler {
  readonly scheduler?: { yield?: () => Promise<void> };
}

/**
 * What goes on after `scheduler.yield` goes on before all other tasks: keys and drawing come in between, but a screen that
 * works out what to draw in a task of its own never would. So often everything that waits has its turn.
 */
const WHOLE_MS = 60;

/**
 * Gives the page a turn whenever a slice of time is used up. Call it as often as you like between two small steps.
 *
 * @example `const breathe = breather(); for (const row of rows) { read(row); await breathe(); }`
 */
export function breather(): () => Promise<void> | undefined {
  let until = performance.now() + SLICE_MS;
  let whole = performance.now() + WHOLE_MS;
  return () => {
    const now = performance.now();
    if (now < until) return undefined;
    const isWhole = now >= whole;
    return (isWhole ? wholeTurn() : turn()).then(() => {
      until = performance.now() + SLICE_MS;
      if (isWhole) whole = performance.now() + WHOLE_MS;
    });
  };
}

/** A turn for keys and drawing; timers of four milliseconds would double the time of a large file. */
function turn(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  return scheduler?.yield === undefined ? wholeTurn() : scheduler.yield();
}

/** A turn for everything that waits. */
function wholeTurn(): Promise<void> {
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
