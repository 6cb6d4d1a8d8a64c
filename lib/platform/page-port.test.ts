import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAGE_PORT, servePanels } from './page-port';

type Listener<Args extends readonly unknown[]> = (...args: Args) => void;

/** What `onConnect` and a port's `onDisconnect` are to the code. */
function makeEvent<Args extends readonly unknown[]>() {
  const listeners = new Set<Listener<Args>>();
  return {
    addListener: (listener: Listener<Args>) => void listeners.add(listener),
    removeListener: (listener: Listener<Args>) => void listeners.delete(listener),
    fire: (...args: Args) => {
      for (const listener of listeners) listener(...args);
    },
    count: () => listeners.size,
  };
}

function makePort(name = PAGE_PORT, senderId: string | undefined = fakeBrowser.runtime.id) {
  return {
    name,
    sender: { id: senderId },
    postMessage: vi.fn(),
    disconnect: vi.fn(),
    onDisconnect: makeEvent<[]>(),
  };
}

const connects = makeEvent<[ReturnType<typeof makePort>]>();
const source = {
  view: 'first',
  listeners: new Set<() => void>(),
  current: (): unknown => source.view,
  subscribe: (listener: () => void) => {
    source.listeners.add(listener);
    return () => void source.listeners.delete(listener);
  },
  change: (view: string) => {
    source.view = view;
    for (const listener of source.listeners) listener();
  },
};

beforeEach(() => {
  fakeBrowser.reset();
  source.view = 'first';
  vi.spyOn(fakeBrowser.runtime.onConnect, 'addListener').mockImplementation(connects.addListener as never);
  vi.spyOn(fakeBrowser.runtime.onConnect, 'removeListener').mockImplementation(connects.removeListener as never);
});
afterEach(() => vi.restoreAllMocks());

test('a panel hears at once what the page shows, then every change, until it goes', () => {
  const stop = servePanels(source);
  const [panel, other] = [makePort(), makePort()];
  connects.fire(panel);
  connects.fire(other);
  source.change('second');
  panel.onDisconnect.fire();
  source.change('third');
  expect(panel.postMessage.mock.calls).toEqual([['first'], ['second']]);
  expect(other.postMessage.mock.calls).toEqual([['first'], ['second'], ['third']]);
  stop();
});

test('nobody else hears anything', () => {
  const stop = servePanels(source);
  const strangers = [makePort('something else'), makePort(PAGE_PORT, 'another extension')];
  for (const port of strangers) connects.fire(port);
  source.change('second');
  expect(strangers.map(({ postMessage }) => postMessage.mock.calls)).toEqual([[], []]);
  expect(source.listeners.size).toBe(0);
  stop();
});

test('stopped, it lets go of every panel and hears no other', () => {
  const stop = servePanels(source);
  const panel = makePort();
  connects.fire(panel);
  stop();
  source.change('second');
  expect(panel.disconnect).toHaveBeenCalledTimes(1);
  expect(panel.postMessage.mock.calls).toEqual([['first']]);
  expect([connects.count(), source.listeners.size]).toEqual([0, 0]);
});
