import type { DealWay } from '@/lib/domain/deals/judge-deal';
import type { PageSizeLook } from '@/lib/queries/page-look-up';
import { percentText } from '../ui/format';
import type { Fix } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { whyText } from './page-words';

/** What is said of a figure that is not known, and of a return. */

/** `8 % ROI`; null: not known. */
export function roiText({ roiBasisPoints }: DealWay): string | null {
  return roiBasisPoints === null ? null : t('card.roi', [percentText(roiBasisPoints / 10_000)]);
}

/** What keeps a figure of a size from being known; before all else, which size it is. */
export function whyOf({ usSize, candidates }: PageSizeLook, missing: readonly string[]): readonly string[] {
  if (usSize !== null) return missing;
  return [candidates.length > 0 ? 'size-foreign' : 'size'];
}

/** Why it is not known; a rate that is missing carries the way to set one. */
export function unknownProps(missing: readonly string[]): { readonly unknown: string; readonly fix?: Fix } {
  const why = whyText(missing);
  if (!missing.includes('fx-rate')) return { unknown: why };
  const href = routeHref({ screen: 'settings', view: 'currency' });
  return { unknown: why, fix: { text: t('missing.rateShort'), href } };
}
