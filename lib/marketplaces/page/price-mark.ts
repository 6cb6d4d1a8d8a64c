const numbers = new WeakMap<Element, number>();
let last = 0;

/**
 * A price on the screen as a text that is equal for two looks only while the same element shows the same amount. Where a
 * page has one price, two listings often cost the same: a new element tells that the page was drawn anew.
 */
export function markOfPrice(element: Element, text: string): string {
  const known = numbers.get(element);
  if (known !== undefined) return `${known}:${text}`;
  last += 1;
  numbers.set(element, last);
  return `${last}:${text}`;
}
