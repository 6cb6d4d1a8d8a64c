import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followNeighbour, type NeighbourTab } from './neighbour-tab';

const DUNK = 'https://stockx.com/nike-dunk-low-panda';

type Listener = (message?: unknown) => void;

/** The port to a page's card, as the browser hands it out. */
function makePort() {
  const [messages, ends]: Listener[][] = [[], []];
  return {
    disconnect: vi.fn(),
    onMessage: { addListener: (listener: Listener) => void messages?.push(listener) },
    onDisconnect: { addListener: (listener: Listener) => void ends?.push(listener) },
    says: (view: unknown) => messages?.forEach((listener) => listener(view)),
    ends: () => ends?.forEach((listener) => listener()),
  };
}

let ports: ReturnType<typeof makePort>[] = [];
let url: string | undefined = DUNK;
let seen: NeighbourTab[] = [];
let stop: () => void = () => undefined;
const connect = vi.fn();
const activated = new Set<() => void>();
const updated = new Set<(id: number, change: object, tab: object) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  [ports, seen, url] = [[], [], DUNK];
  connect.mockReset().mockImplementation(() => {
    const port = makePort();
    ports.push(port);
    return port;
  });
  Object.assign(fakeBrowser.tabs, { connect });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 7, url }]) as never);
  listen(fakeBrowser.tabs.onActivated, activated);
  listen(fakeBrowser.tabs.onUpdated, updated);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
  Reflect.deleteProperty(fakeBrowser.tabs, 'connect');
});

function listen(event: { addListener: unknown; removeListener: unknown }, into: Set<unknown>): void {
  vi.spyOn(event as { addListener: (each: unknown) => void }, 'addListener').mockImplementation((each) => {
    into.add(each);
  });
  vi.spyOn(event as { removeListener: (each: unknown) => void }, 'removeListener').mockImplementation((each) => {
    into.delete(each);
  });
}

async function follow(ownWindow = async () => 1): Promise<void> {
  stop = followNeighbour(ownWindow, (tab) => seen.push(tab));
  await vi.advanceTimersByTimeAsync(0);
}

async function switchTo(next: string | undefined): Promise<void> {
  url = next;
  for (const listener of activated) listener();
  await vi.advanceTimersByTimeAsync(0);
}

test('the card of the tab in front is asked, in its window and main frame, and every view of it is handed on', async () => {
  await follow();
  expect(fakeBrowser.tabs.query).toHaveBeenCalledWith({ active: true, windowId: 1 });
  expect(connect).toHaveBeenCalledExactlyOnceWith(7, { name: 'archvd/page-view', frameId: 0 });
  ports[0]?.says('one');
  ports[0]?.says('two');
  expect(seen).toEqual([
    { site: 'stockx', view: 'one' },
    { site: 'stockx', view: 'two' },
  ]);
});

test.each([['https://example.org/shoe'], [undefined]])('%s: nothing is asked', async (other) => {
  url = other;
  await follow();
  expect(connect).not.toHaveBeenCalled();
  expect(seen).toEqual([{ site: null, view: null }]);
});

test('another tab: the one before is let go, and what it still says is not heard', async () => {
  await follow();
  await switchTo('https://www.goat.com/sneakers/dunk');
  ports[0]?.says('late');
  ports[0]?.ends();
  ports[1]?.says('goat');
  expect(ports[0]?.disconnect).toHaveBeenCalledTimes(1);
  expect(seen).toEqual([{ site: 'goat', view: 'goat' }]);
});

test('where there is no card yet, it is looked for again a second later', async () => {
  await follow();
  ports[0]?.ends();
  expect(seen).toEqual([{ site: 'stockx', view: null }]);
  await vi.advanceTimersByTimeAsync(999);
  expect(connect).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(connect).toHaveBeenCalledTimes(2);
});

test('another document in the tab in front is looked at, one behind it is not', async () => {
  await follow();
  const update = async (change: object, active: boolean) => {
    for (const listener of updated) listener(7, change, { active });
    await vi.advanceTimersByTimeAsync(0);
    return connect.mock.calls.length;
  };
  expect(await update({ status: 'loading' }, false)).toBe(1);
  expect(await update({ title: 'Dunk' }, true)).toBe(1);
  expect(await update({ status: 'complete' }, true)).toBe(2);
});

test('a window that is gone is no window', async () => {
  vi.mocked(fakeBrowser.tabs.query).mockRejectedValue(new Error('no window'));
  await follow(() => Promise.reject(new Error('gone')));
  expect(seen).toEqual([{ site: null, view: null }]);
});

test('stopped, it asks and hears nothing more, also of a look that was under way', async () => {
  await follow();
  for (const listener of activated) listener();
  stop();
  await vi.advanceTimersByTimeAsync(5000);
  ports[0]?.says('late');
  expect([connect.mock.calls.length, seen.length, activated.size, updated.size]).toEqual([1, 0, 0, 0]);
});
