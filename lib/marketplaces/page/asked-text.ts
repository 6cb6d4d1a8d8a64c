import { ownText } from './own-text';

/** Names shops give to what a thing cost before; `-` and `_` may stand between the words. */
const FORMER =
  /strike|line-?through|crossed|was-?price|(?:original|initial|former|old|compare|full)[-_]?(?:at[-_]?)?price/i;

const STRUCK = new Set(['S', 'DEL', 'STRIKE']);

/**
 * What an element says something costs, without what is struck through in it: that is what it cost before. The element
 * itself is always read.
 *
 * @example `<p><s>$220</s> $189</p>` says `$189`
 */
export function askedText(element: Element | null | undefined, most: number): string | null {
  // Where nothing else is left, what is only named so is what it costs: it was never reduced.
  return ownText(element, most, isFormerPrice) ?? ownText(element, most, isStruck);
}

/** Whether an element shows what something cost before. */
export function isFormerPrice(element: Element): boolean {
  if (isStruck(element)) return true;
  const marks = ['class', 'data-testid', 'data-qa', 'style'].map((name) => element.getAttribute(name)?.slice(0, 400));
  return marks.some((mark) => mark !== undefined && FORMER.test(mark));
}

function isStruck(element: Element): boolean {
  return STRUCK.has(element.nodeName.toUpperCase());
}

const FROM =
  /^(?:from|starting (?:at|from)|as low as|ab|dès|à partir de|a partire da|da|desde|a partir de|vanaf|od|från|fra)\s/i;

/** `From $90`: the lowest of several prices, of which nobody says which is meant. */
export function isLowestOfSeveral(text: string | null): boolean {
  return text !== null && FROM.test(text);
}
