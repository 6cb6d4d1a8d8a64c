const MARKS = ['aria-checked', 'aria-pressed', 'aria-selected', 'aria-current', 'data-selected', 'data-checked'];
const CLASS = /(?:^|[\s_-])(?:is-|js-)?(?:selected|active|checked|current)(?:\s|$)/i;

/** Whether somebody chose this one of several: by its marks, those of the input in it, or of the list's entry around it. */
export function isChosen(element: Element): boolean {
  const input = element.querySelector('input');
  if (hasMark(element) || (input !== null && (hasMark(input) || input.checked))) return true;
  const entry = element.parentElement;
  return entry?.nodeName === 'LI' && entry.childElementCount <= 2 && hasMark(entry);
}

/** The property says what is chosen now, the attribute what was when the page was loaded. */
export function isChosenOption(option: Element): boolean {
  const menu = option.closest('select');
  const index: unknown = menu === null ? undefined : Reflect.get(menu, 'selectedIndex');
  if (menu !== null && typeof index === 'number' && index >= 0)
    return [...menu.querySelectorAll('option')][index] === option;
  return option.hasAttribute('selected');
}

function hasMark(element: Element): boolean {
  const isMarked = MARKS.some((mark) => element.getAttribute(mark) === 'true') || element.hasAttribute('checked');
  return isMarked || CLASS.test(element.getAttribute('class')?.slice(0, 400) ?? '');
}
