import { amountsIn } from '@/lib/marketplaces/page/amounts';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { isNone } from '@/lib/marketplaces/page/page-money';
import { isSizeLabel } from '@/lib/marketplaces/page/page-size';
import { isOthers } from './own-part';

/** One size of the open list. */
export interface ListedSize {
  readonly label: string;
  /** Null: nobody sells this size. */
  readonly priceText: string | null;
}

const LABEL = '[data-testid="selector-label"]';
const OPTION = '[role="menuitem"], [role="menuitemradio"], [role="option"], button, li';
const MOST_SIZES = 80;

/** The list that opens below the size button; it hangs outside of the head. "All" and what has no price are no rows. */
export function sizeRows(document: Document): readonly ListedSize[] {
  const rows: ListedSize[] = [];
  for (const element of [...document.querySelectorAll(LABEL)].slice(0, MOST_SIZES)) {
    const row = isOthers(element) ? null : readRow(element);
    if (row !== null && !rows.some(({ label }) => label === row.label)) rows.push(row);
  }
  return rows;
}

function readRow(element: Element): ListedSize | null {
  const told = ownText(element, 80) ?? '';
  const option = ownText(element.closest(OPTION) ?? element.parentElement, 160) ?? told;
  const label = withoutAmount(told);
  if (!isSizeLabel(label)) return null;
  const rest = option.startsWith(told) ? option.slice(label.length) : option.replace(told, ' ');
  const amounts = amountsIn(rest);
  const [amount] = amounts;
  if (amount !== undefined && amounts.length === 1) return { label, priceText: amount };
  return rest.trim().split(' ').some(isNone) ? { label, priceText: null } : null;
}

function withoutAmount(text: string): string {
  const [amount] = amountsIn(text);
  const at = amount === undefined ? -1 : text.indexOf(amount);
  return (at < 0 ? text : text.slice(0, at))
    .replace(/\s(?:[A-Z]{0,3}\p{Sc})?--?$/u, '')
    .trim()
    .slice(0, 40);
}
