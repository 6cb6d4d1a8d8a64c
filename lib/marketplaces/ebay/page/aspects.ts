import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';

/** One row of the item's specifics, as the seller filled it in. */
export interface Aspect {
  readonly label: string;
  /** The label in lower case, without accents and signs: `us shoe size men s`. */
  readonly key: string;
  readonly value: string;
}

const MOST_ROWS = 120;

const ROWS =
  '.ux-layout-section--features dl.ux-labels-values, .ux-layout-section-evo--features dl.ux-labels-values, [data-testid*="ux-layout-section"] dl.ux-labels-values, dl.ux-labels-values, .ux-layout-section--features .ux-labels-values, .ux-labels-values';
const LABELS = '.ux-labels-values__labels-content, .ux-labels-values__labels, dt';
const VALUES = '.ux-labels-values__values-content, .ux-labels-values__values, dd';

/** Said instead of nothing. */
const NOTHING =
  /^(?:does not apply|do not apply|doesn'?t apply|not applicable|n\/?a\.?|none|na|unknown|unbranded|nicht zutreffend|trifft nicht zu|keine?|entf[aä]llt|unbekannt|ne s'?applique pas|non applicable|sans objet|inconnue?|non applicabile|non si applica|no aplicable|no aplica|no corresponde|niet van toepassing|nvt|n\.v\.t\.?|nie dotyczy|see description|siehe beschreibung|voir description|-+|\.+|x)$/i;

/** The item's specifics in their order; a later row of the same name adds nothing. */
export function readAspects(document: Document): readonly Aspect[] {
  const found = new Map<string, Aspect>();
  for (const row of [...document.querySelectorAll(ROWS)].slice(0, MOST_ROWS))
    add(found, row.querySelector(LABELS), row.querySelector(VALUES));
  // How specifics stood in a table until 2021.
  for (const label of [...document.querySelectorAll('.itemAttr td.attrLabels, #viTabs_0_is td.attrLabels')].slice(
    0,
    MOST_ROWS,
  ))
    add(found, label, label.nextElementSibling);
  return [...found.values()];
}

function add(found: Map<string, Aspect>, labelElement: Element | null, valueElement: Element | null): void {
  const label = ownText(labelElement, 60)?.replace(/\s*:\s*$/, '');
  const value = plainText(valueOf(valueElement), 160);
  if (label === undefined || value === null || NOTHING.test(value.replace(/’/g, "'"))) return;
  const key = keyOf(label);
  if (key !== '' && !found.has(key)) found.set(key, { label, key, value });
}

/** A value may have a shortened and a full writing; the first is the one that shows. */
function valueOf(element: Element | null): string | null {
  return ownText(element?.querySelector('.ux-expandable-textual-display-block-inline') ?? element, 200);
}

/** @example `keyOf('US-Schuhgröße:')` is `us schuhgrosse` */
export function keyOf(label: string): string {
  return label
    .slice(0, 80)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The first row whose label is one of these, by the order of the labels. */
export function aspectOf(aspects: readonly Aspect[], keys: readonly string[]): string | null {
  for (const key of keys) {
    const aspect = aspects.find((one) => one.key === key);
    if (aspect !== undefined) return aspect.value;
  }
  return null;
}
