import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** A window that is loaded anew, with the history it keeps over that. */
function fakeWindow() {
  const reload = vi.fn<() => void>();
  const history = {
    state: null as unknown,
    replaceState(state: unknown) {
      history.state = state;
    },
  };
  vi.stubGlobal('location', { href: 'dashboard.html#/today', reload });
  vi.stubGlobal('history', history);
  return { reload };
}

describe('a page that asked for the end of the demo', () => {
  beforeEach(() => void vi.resetModules());
  afterEach(() => void vi.unstubAllGlobals());

  test('is loaded anew at once when it asked for nothing', async () => {
    const { reload } = fakeWindow();
    const { reloadUnlessHeld, takeWords } = await import('./follow-demo');
    reloadUnlessHeld();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(takeWords()).toBeNull();
  });

  test('waits for the answer, however late it is, and tells it once', async () => {
    const { reload } = fakeWindow();
    const { holdReload, reloadUnlessHeld, takeWords } = await import('./follow-demo');
    const page = holdReload();
    // The setting is gone, then the books are.
    reloadUnlessHeld();
    reloadUnlessHeld();
    expect(reload).not.toHaveBeenCalled();
    page.reload('removed');
    expect(reload).toHaveBeenCalledTimes(1);
    expect(takeWords()).toBe('removed');
    expect(takeWords()).toBeNull();
  });

  test('stays when nothing came of it', async () => {
    const { reload } = fakeWindow();
    const { holdReload, reloadUnlessHeld } = await import('./follow-demo');
    expect(holdReload().letGo('failed')).toBe(false);
    expect(reload).not.toHaveBeenCalled();
    reloadUnlessHeld();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('is loaded anew without an answer when the demo is gone all the same', async () => {
    const { reload } = fakeWindow();
    const { holdReload, reloadUnlessHeld, takeWords } = await import('./follow-demo');
    const page = holdReload();
    reloadUnlessHeld();
    expect(page.letGo('silent')).toBe(true);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(takeWords()).toBe('silent');
  });
});
