import type { WatchProblem } from '@/lib/files/watch-entry';
import type { SearchLine } from '@/lib/queries/watch-searches';
import { countText } from '../../ui/format';
import { t } from '../../ui/text';

/** Why a line cannot be watched. */
export function problemText({ reason, text }: WatchProblem): string {
  const part = text.trim() === '' ? t('watchMany.empty') : text;
  switch (reason) {
    case 'no-code':
      return t('watchMany.noCode', [part]);
    case 'not-a-size':
      return t('watchMany.badSize', [part]);
    case 'not-us':
      return t('watchMany.notUs', [part]);
    case 'not-a-price':
      return t('watchMany.badPrice', [part]);
    case 'twice':
      return t('watchMany.twice');
  }
}

const STATES: Record<SearchLine['state'], () => string> = {
  waiting: () => t('watchMany.waiting'),
  found: () => t('watchMany.found'),
  several: () => t('watchMany.several'),
  'not-found': () => t('watchMany.notFound'),
  failed: () => t('watchMany.failed'),
  cancelled: () => t('watchMany.cancelled'),
};

export function stateText(state: SearchLine['state']): string {
  return STATES[state]();
}

/** What came of a line, with the reason where there is one. */
export function outcomeText({ state, problem }: Pick<SearchLine, 'state' | 'problem'>): string {
  if (problem === 'no-such-size') return t('watchMany.noSuchSize');
  return state === 'failed' && problem !== null ? t('watchMany.failedWhy', [problem]) : stateText(state);
}

/** What came of the lines, without what came of none. */
export function doneText(added: number, already: number, waiting: number): string {
  return [
    ...(added > 0 || already + waiting === 0 ? [t('watchMany.done', [countText(added)])] : []),
    ...(already > 0 ? [t('watchMany.doneBefore', already, [countText(already)])] : []),
    ...(waiting > 0 ? [t('watchMany.doneSearched', [countText(waiting)])] : []),
  ].join(', ');
}
