import { layerText, reasonText } from '@/lib/messaging/look-words';
import type { PageView } from '@/lib/messaging/page-view';
import { t } from '../ui/text';

/** Which layer of the page told the style code, and how far that is to be believed. */
export function foundText({ styleCode }: PageView): string {
  const by = styleCode === null ? null : layerText(styleCode.layer, t);
  if (styleCode === null || by === null) return '';
  return t('thisPage.found', [by, `${Math.round(styleCode.confidence * 100)} %`]);
}

/** What is doubtful about the page, the gravest first. */
export function noteTexts({ condition, availability, warnings }: PageView): readonly string[] {
  const has = (warning: string) => warnings.includes(warning);
  const notes: readonly (readonly [boolean, () => string])[] = [
    [condition === 'used' || condition === 'new_defects', () => t('thisPage.used')],
    [has('CURRENCY_AMBIGUOUS'), () => t('thisPage.currency')],
    [availability === 'sold_out' || has('SOLD_OUT'), () => t('thisPage.soldOut')],
    [has('PRICE_PENDING'), () => t('thisPage.pending')],
  ];
  return notes.flatMap(([is, words]) => (is ? [words()] : []));
}

/** Why a figure is not known, in words. */
export function whyText(reasons: readonly string[]): string {
  return reasonText(reasons, t);
}
