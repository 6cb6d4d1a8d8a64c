import { minor, type Money } from '../../money/money';
import type { GuardSettings } from '../guard-settings';
import { line } from '../trail';
import { wholePrice } from '../whole-price';
import { hold, isLowered, type ChangeDraft, type Draft } from './draft';
import type { VariantGroup } from './group-variants';

/**
 * Two own listings of one variant never undercut each other: none is lowered past the price another one will have,
 * unless somebody else asks no more than that other one. Where two go below the same competitor, the deeper one stops at
 * the other's price; they may be equal.
 *
 * @example competing ask $140, own listings at $155 under rules "$1 below" and "$5 below": both $139
 */
export function alignSiblings(variants: readonly VariantGroup[], guards: GuardSettings): void {
  for (const { live: group } of variants) {
    const [only] = group;
    if (group.length === 1 && (only?.input.own.length ?? 0) <= 1) continue;
    const others = otherAsks(group);
    if (mayCross(group, others)) alignGroup(group, others, guards);
  }
}

/** Whether any price is lowered below another: most often they all go to the same, and there is nothing to do. */
function mayCross(group: readonly Draft[], others: readonly number[]): boolean {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const draft of group) {
    const price = priceAfter(draft);
    if (price > highest) highest = price;
    if (price < lowest && isLowered(draft)) lowest = price;
  }
  return highest > lowest || others.some((price) => price > lowest);
}

/** A hold can bring a price back up that others then must not pass; rarely more than once. */
const MOST_PASSES = 5;

function alignGroup(group: readonly Draft[], others: readonly number[], guards: GuardSettings): void {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    if (!alignOnce(group, others, guards)) return;
  }
  for (const draft of group.filter(isLowered)) keep(draft, draft.input.listing.price.minor);
}

/** Highest first, so that each meets only prices that are settled. Whether anything moved. */
function alignOnce(group: readonly Draft[], others: readonly number[], guards: GuardSettings): boolean {
  const entries = [
    ...others.map((price) => ({ price, draft: null })),
    ...group.map((draft) => ({ price: priceAfter(draft), draft })),
  ].toSorted((a, b) => b.price - a.price || compareDrafts(a.draft, b.draft));
  const ladder: number[] = [];
  let moved = false;
  for (const { price, draft } of entries) {
    let settled = price;
    if (draft !== null && isLowered(draft)) {
      const from = draft.input.listing.price.minor;
      const foreign = draft.competingAsk?.minor ?? Number.POSITIVE_INFINITY;
      const bound = firstUpTo(ladder, Math.min(from, foreign - 1));
      if (bound !== null && bound > price) {
        settled = raiseTo(draft, bound, guards);
        moved = true;
      }
    }
    if (ladder.length === 0 || settled < (ladder.at(-1) ?? 0)) ladder.push(settled);
  }
  return moved;
}

/** The highest of some prices in falling order that is not above `limit`. */
function firstUpTo(falling: readonly number[], limit: number): number | null {
  let [low, high] = [0, falling.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((falling[middle] ?? 0) <= limit) high = middle;
    else low = middle + 1;
  }
  return falling[low] ?? null;
}

/** Raises a lowered price to a sibling's, if its own bounds allow that; else the listing stays. The price it ends at. */
function raiseTo(draft: ChangeDraft, sibling: number, guards: GuardSettings): number {
  const { listing } = draft.input;
  const { decision } = draft;
  const { currency } = decision.to;
  const to: Money = wholePrice({ minor: minor(sibling), currency }, 'up');
  const catalogue = listing.catalogueMaximum?.minor ?? Number.POSITIVE_INFINITY;
  const fits = to.minor <= Math.min(decision.ceiling.minor, catalogue);
  const change = listing.price.minor - to.minor;
  if (!fits || change <= 0 || change < guards.smallestStep.minor) return keep(draft, sibling);
  const told = line('siblings', 'moved', to, { siblingMinor: sibling, wantedMinor: decision.to.minor });
  draft.decision = { ...decision, to, reason: 'siblings' };
  draft.notes = [...draft.notes, told];
  return to.minor;
}

function keep(draft: ChangeDraft, sibling: number): number {
  const { price } = draft.input.listing;
  const facts = { siblingMinor: sibling, wantedMinor: draft.decision.to.minor };
  hold(draft, 'own-is-lowest', line('siblings', 'held', price, facts));
  return price.minor;
}

function priceAfter({ decision, input }: Draft): number {
  return decision.kind === 'change' ? decision.to.minor : input.listing.price.minor;
}

function compareDrafts(a: Draft | null, b: Draft | null): number {
  const [idA, idB] = [a?.input.listing.id ?? '', b?.input.listing.id ?? ''];
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}

const NONE: readonly number[] = [];

/** Own asks of the variant that this run does not look at. */
function otherAsks(group: readonly Draft[]): readonly number[] {
  // All own asks are looked at, as is usual: nothing needs comparing.
  if (group.every(({ input }) => input.own.length === group.length)) return NONE;
  const looked = new Set(group.map(({ input }) => input.listing.id));
  const others = new Map<string, number>();
  for (const own of new Set(group.map(({ input }) => input.own))) {
    for (const { id, price } of own) if (!looked.has(id)) others.set(id, price.minor);
  }
  return [...others.values()];
}
