/** A rectangle in the window, in pixels from its left and upper edge. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Side = 'left' | 'right';

export interface Spot {
  readonly side: Side;
  readonly top: number;
  readonly folded: boolean;
}

export interface SpotQuestion {
  readonly window: { readonly width: number; readonly height: number };
  /** Where the card stands by itself, or was put by the person. */
  readonly wanted: Spot;
  /** Its size when it is open, and when it is folded. */
  readonly open: { readonly width: number; readonly height: number };
  readonly tab: { readonly width: number; readonly height: number };
  /** What must stay free: the page's buy boxes and bars. */
  readonly keepClear: readonly Box[];
}

const EDGE = 12;
const GAP = 8;

/**
 * Where the card covers nothing one buys by: where it is wanted, else as near to it as possible on the same side, else
 * on the other side, else folded. Where even the folded tab finds no room, it is folded where it covers least.
 *
 * @example a buy box at the right edge from top to bottom: the card goes to the left edge, at the same height
 */
export function chooseSpot(question: SpotQuestion): Spot {
  const { wanted } = question;
  const ways = wanted.folded ? [true] : [false, true];
  const other: Side = wanted.side === 'left' ? 'right' : 'left';
  for (const folded of ways) {
    for (const side of [wanted.side, other]) {
      const free = topsFor(question, folded).find((top) => covered(question, { side, top, folded }) === 0);
      if (free !== undefined) return { side, top: free, folded };
    }
  }
  const left = topsFor(question, true).map((top): Spot => ({ side: wanted.side, top, folded: true }));
  return left.toSorted((a, b) => covered(question, a) - covered(question, b))[0] ?? { ...wanted, folded: true };
}

/** How many square pixels of what must stay free a spot covers. */
export function covered({ window, open, tab, keepClear }: SpotQuestion, { side, top, folded }: Spot): number {
  const { width, height } = folded ? tab : open;
  const edge = folded ? 0 : EDGE;
  const left = side === 'left' ? edge : window.width - width - edge;
  const across = (box: Box) => Math.min(left + width, box.left + box.width) - Math.max(left, box.left);
  const down = (box: Box) => Math.min(top + height, box.top + box.height) - Math.max(top, box.top);
  return keepClear.reduce((sum, box) => sum + Math.max(0, across(box)) * Math.max(0, down(box)), 0);
}

/** Heights worth trying, the nearest to the wanted one first: above and below of everything that must stay free. */
function topsFor({ window, wanted, open, tab, keepClear }: SpotQuestion, folded: boolean): number[] {
  const { height } = folded ? tab : open;
  const lowest = Math.max(GAP, window.height - height - GAP);
  const beside = keepClear.flatMap((box) => [box.top - height - GAP, box.top + box.height + GAP]);
  const inside = [wanted.top, ...beside, GAP, lowest].map((top) => Math.round(Math.min(Math.max(top, GAP), lowest)));
  const away = (top: number) => Math.abs(top - wanted.top);
  return [...new Set([wanted.top, ...inside.toSorted((a, b) => away(a) - away(b))])];
}
