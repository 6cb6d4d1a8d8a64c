import type { KeyboardEvent } from 'react';

/** What the keys of a list can do to it. */
export interface ListReach {
  readonly scroller: HTMLElement | null;
  readonly count: number;
  readonly scrollTo: (index: number) => void;
  /** Marks a row; `range`: all from where the marking began. Left out: nothing can be marked. */
  readonly pick?: ((index: number, how: 'toggle' | 'begin' | 'range') => void) | undefined;
}

const STOPS = 'a, button, input, [data-cell-stop]';

/**
 * Tab goes through one row and then out of the list, however long it is: the focus is put beside the rows, and the
 * browser goes on from there. The rows themselves are reached with the arrow keys.
 */
export function leaveList(event: KeyboardEvent, before: HTMLElement | null, after: HTMLElement | null): void {
  if (event.key !== 'Tab' || !(event.target instanceof HTMLElement)) return;
  const row = event.target.closest<HTMLElement>('[data-index]');
  if (row === null) return;
  const stops = [...row.querySelectorAll<HTMLElement>('a, button, input')].filter((each) => each.tabIndex >= 0);
  if (event.target !== (event.shiftKey ? stops[0] : stops.at(-1))) return;
  (event.shiftKey ? before : after)?.focus({ preventScroll: true });
}

/**
 * The keys inside a row: up and down (or K and J) from row to row, with Shift marking all in between; Home and End to
 * the ends; left and right from figure to figure; Space or X marks, E edits what can be edited in place.
 */
export function listKey(event: KeyboardEvent, reach: ListReach): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || isTyping(target) || reach.scroller === null) return;
  const row = target.closest<HTMLElement>('[data-index]');
  if (row === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (acts(event, target, row, reach)) event.preventDefault();
}

function acts(event: KeyboardEvent, target: HTMLElement, row: HTMLElement, reach: ListReach): boolean {
  const index = Number(row.dataset['index']);
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return moveTo(index, index + 1, event.shiftKey, reach);
    case 'ArrowUp':
    case 'k':
    case 'K':
      return moveTo(index, index - 1, event.shiftKey, reach);
    case 'Home':
      return moveTo(index, 0, event.shiftKey, reach);
    case 'End':
      return moveTo(index, reach.count - 1, event.shiftKey, reach);
    case 'ArrowRight':
      return moveInside(target, row, 1);
    case 'ArrowLeft':
      return moveInside(target, row, -1);
    case ' ':
      // A button or box under the focus has a meaning of its own for Space.
      if (target.matches('button, input')) return false;
      return pick(index, event.shiftKey, reach);
    case 'x':
    case 'X':
      return pick(index, event.shiftKey, reach);
    case 'e':
    case 'E':
      return press(row.querySelector<HTMLElement>('[data-row-edit]'));
    case 'Enter':
      return target.matches('input') && press(row.querySelector<HTMLElement>('a'));
    default:
      return false;
  }
}

function isTyping(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

function moveTo(from: number, to: number, marking: boolean, reach: ListReach): boolean {
  if (to < 0 || to >= reach.count) return false;
  if (marking && reach.pick !== undefined) {
    reach.pick(from, 'begin');
    reach.pick(to, 'range');
  }
  focusRow(reach.scroller, to, reach.scrollTo);
  return true;
}

/** Frames a row that is still to be read and drawn is waited for. */
const FRAMES = 30;

/** Brings a row to the screen and the focus to its name. */
export function focusRow(scroller: HTMLElement | null, index: number, scrollTo: (index: number) => void): void {
  scrollTo(index);
  const tryAt = (frame: number) => {
    const stop = scroller?.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, button)`);
    if (stop) stop.focus();
    else if (frame < FRAMES) requestAnimationFrame(() => tryAt(frame + 1));
  };
  // At once where the row is drawn: keys that follow quickly must not be answered by the row before it.
  tryAt(0);
}

function moveInside(target: HTMLElement, row: HTMLElement, step: number): boolean {
  const stops = [...row.querySelectorAll<HTMLElement>(STOPS)];
  const to = stops[stops.indexOf(target) + step];
  to?.focus();
  return to !== undefined;
}

function pick(index: number, range: boolean, { pick: mark }: ListReach): boolean {
  mark?.(index, range ? 'range' : 'toggle');
  return mark !== undefined;
}

function press(control: HTMLElement | null): boolean {
  control?.click();
  return control !== null;
}
