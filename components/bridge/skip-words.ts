import { humanised } from '../ui/format';
import { t } from '../ui/text';
import { listingProblemOf } from './listing-problem-words';

const SKIPS: Readonly<Record<string, () => string>> = {
  'write-under-way': () => t('skip.underWay'),
};

/** Why a listing was left out of a command, by the code the command answers. */
export function skipText(code: string): string {
  return SKIPS[code]?.() ?? listingProblemOf(code) ?? `${humanised(code)}.`;
}
