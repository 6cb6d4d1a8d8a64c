import { countText } from '../ui/format';
import { t } from '../ui/text';
import type { LineFacts } from './trail-facts';

/** Which limit of the run spoke, and how far it is used. */
export function limitText({ text, number, amount }: LineFacts): string {
  const words = [countText(number('used') ?? 0), countText(number('most') ?? 0)] as const;
  switch (text('limit')) {
    case 'changes-per-listing':
      return t('trailLine.limitListing', words);
    case 'loop':
      return t('trailLine.limitLoop');
    case 'changes-per-run':
      return t('trailLine.limitRun', words);
    case 'changes-per-day':
      return t('trailLine.limitDay', words);
    case 'loss-per-day':
      return t('trailLine.limitLoss', [amount('used') ?? '-', amount('most') ?? '-']);
    default:
      return t('trailLine.limitBreaker');
  }
}
