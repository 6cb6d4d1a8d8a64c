import { useHotkeys } from '@mantine/hooks';
import type { RefObject } from 'react';
import type { ListHandle } from './data-list';

export interface ListKeys {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<ListHandle | null>;
  readonly onHelp: () => void;
  readonly onAll: () => void;
  /** null: there is nothing to clear, and Escape keeps its other meanings. */
  readonly onEscape: (() => void) | null;
}

/** Keys that work wherever the focus is on the screen, save in a field; those of a row are the list's own. */
export function useListKeys({ search, list, onHelp, onAll, onEscape }: ListKeys): void {
  const unless = (act: () => void) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || isElsewhere(event.target)) return;
    event.preventDefault();
    act();
  };
  const toList = unless(() => list.current?.focusRow(0));
  useHotkeys(
    [
      ['/', unless(() => search.current?.focus()), { preventDefault: false }],
      ['shift+?', unless(onHelp), { preventDefault: false }],
      ['j', toList, { preventDefault: false }],
      ['k', toList, { preventDefault: false }],
      ['f', unless(() => openFilter(search.current)), { preventDefault: false }],
      ['mod+A', unless(onAll), { preventDefault: false }],
      ['Escape', (event) => onEscape !== null && unless(onEscape)(event), { preventDefault: false }],
    ],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
}

/** A dialog, a menu or a pair's detail has keys of its own. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"], aside') !== null
  );
}

function openFilter(search: HTMLElement | null): void {
  search?.closest('header')?.querySelector<HTMLElement>('[data-testid="filter"]')?.click();
}
