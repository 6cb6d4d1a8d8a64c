import { mostRead, plainText } from './plain-text';

const MOST_NODES = 3000;

/** What shows nothing, or offers something to press instead of saying something. */
const NO_WORDS = new Set(['BUTTON', 'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'IFRAME', 'SELECT', 'TEXTAREA']);

/**
 * The words of an element as one bounded line, a space between any two of its pieces: values hold help buttons, and a
 * name and a figure in two elements would run together (`Taille42`).
 *
 * @param isLeftOut what within it says nothing of it
 */
export function ownText(
  element: Element | null | undefined,
  most: number,
  isLeftOut: (inner: Element) => boolean = () => false,
): string | null {
  if (element === null || element === undefined) return null;
  const pieces: string[] = [];
  // One more than is read, so that what is left out shows as cut.
  const enough = mostRead(most) + 1;
  let [nodes, length] = [0, 0];
  const waiting: Node[] = [element];
  while (waiting.length > 0 && nodes < MOST_NODES && length < enough) {
    const node = waiting.pop();
    nodes += 1;
    if (node === undefined) break;
    if (node.nodeType === 3) {
      const piece = (node.nodeValue ?? '').slice(0, enough);
      pieces.push(piece);
      length += piece.length;
      continue;
    }
    if (node !== element && NO_WORDS.has(node.nodeName.toUpperCase())) continue;
    if (node !== element && node.nodeType === 1 && isLeftOut(node as Element)) continue;
    for (let child = node.lastChild; child !== null; child = child.previousSibling) waiting.push(child);
  }
  return plainText(pieces.join(' '), most);
}
