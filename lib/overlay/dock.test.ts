import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDock, type DockControl } from './dock';
import type { Box } from './choose-spot';

/** A window of 1280 by 720 in which the page's buy boxes stand where `boxes` says. */
function makePage(width = 1280) {
  const boxes: Box[] = [];
  const events = new EventTarget();
  const elementOf = (box: Box) => ({
    box,
    getBoundingClientRect: () => box,
    contains: (other: unknown) => isIn(other, box),
  });
  const isIn = (other: unknown, box: Box) => (other as { box?: Box }).box === box;
  const inside = (box: Box, x: number, y: number) =>
    x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
  const page = {
    innerWidth: width,
    innerHeight: 720,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    addEventListener: events.addEventListener.bind(events),
    document: {
      querySelectorAll: () => boxes.map(elementOf),
      elementsFromPoint: (x: number, y: number) => boxes.filter((box) => inside(box, x, y)).map(elementOf),
    },
  };
  const host = { element: {}, root: { querySelector: () => null } };
  const abort = new AbortController();
  const dock = createDock({ page, site: 'goat', host, signal: abort.signal } as never);
  return { boxes, page, dock, abort, fire: (name: string) => events.dispatchEvent(new Event(name)) };
}

const RIGHT = { left: 900, top: 0, width: 380, height: 720 };
const ALL = { left: 0, top: 0, width: 1280, height: 640 };
const HOME = { side: 'right', top: 170, folded: false };

const spotAfter = (dock: DockControl, act: () => void) => {
  act();
  return dock.current();
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the card', () => {
  test('stands a little above the middle at its side, and stays while it covers nothing', () => {
    const { dock } = makePage();
    const heard = vi.fn();
    dock.subscribe(heard);
    expect(spotAfter(dock, dock.look)).toEqual(HOME);
    expect(heard).not.toHaveBeenCalled();
  });

  test('goes to the other side of a buy box, tells so once, and comes home with a navigation', () => {
    const { dock, boxes } = makePage();
    const heard = vi.fn();
    const stop = dock.subscribe(heard);
    boxes.push(RIGHT);
    expect(spotAfter(dock, dock.look)).toEqual({ ...HOME, side: 'left' });
    dock.look();
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    boxes.length = 0;
    // It covers nothing where it is: it does not wander back by itself.
    expect(spotAfter(dock, dock.look)).toEqual({ ...HOME, side: 'left' });
    expect(spotAfter(dock, dock.begin)).toEqual(HOME);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('folds where only the tab has room, unless the person insists; until the next navigation', () => {
    const { dock, boxes } = makePage();
    boxes.push(ALL);
    expect(spotAfter(dock, dock.look).folded).toBe(true);
    expect(spotAfter(dock, dock.insist)).toEqual(HOME);
    dock.begin();
    expect(spotAfter(dock, dock.look).folded).toBe(true);
  });

  test('is where the person put it, folded or not', () => {
    const { dock } = makePage();
    expect(spotAfter(dock, () => dock.want({ folded: false, top: 40 }))).toEqual({ ...HOME, top: 40 });
    expect(spotAfter(dock, () => dock.want({ folded: true, top: null }))).toEqual({ ...HOME, folded: true });
    expect(spotAfter(dock, dock.insist).folded).toBe(true);
  });
});

test('what moves is measured once it rests, and no more after the end', () => {
  const { dock, boxes, fire, abort } = makePage();
  boxes.push(RIGHT);
  fire('scroll');
  vi.advanceTimersByTime(150);
  fire('scroll');
  vi.advanceTimersByTime(199);
  expect(dock.current()).toEqual(HOME);
  vi.advanceTimersByTime(1);
  expect(dock.current().side).toBe('left');
  boxes.length = 0;
  fire('resize');
  abort.abort();
  fire('resize');
  vi.advanceTimersByTime(1000);
  expect(dock.current().side).toBe('left');
});

test('a window made larger or smaller: it is looked for its place anew', () => {
  const { dock, page, fire } = makePage();
  page.innerHeight = 1000;
  fire('resize');
  vi.advanceTimersByTime(200);
  expect(dock.current()).toEqual({ ...HOME, top: 310 });
});
