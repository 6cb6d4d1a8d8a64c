import { pnlPage, type PnlPage } from '@/lib/queries/pnl-page';
import type { PnlGroupKind } from '@/lib/queries/pnl-groups';
import type { Valuation } from '@/lib/queries/valuation';
import type { SettingValue } from '@/lib/settings/registry';
import { localOffset, periodOf, type PeriodChoice } from '../bridge/local-time';
import { useLive, type Live } from '../bridge/use-live';

export type Accounting = SettingValue<'accounting'>;

/** What every part of the screen is asked with. */
export interface PnlQuestion {
  readonly choice: PeriodChoice;
  readonly valuation: Valuation;
  readonly accounting: Accounting;
}

/** The request of the books behind a question. */
export function requestOf({ choice, valuation, accounting }: PnlQuestion) {
  return { period: periodOf(choice, valuation.now, localOffset), valuation, offsetAt: localOffset, ...accounting };
}

/** The profit and loss of a time, in the groups asked for; follows the books. */
export function usePnl(question: PnlQuestion, groups: readonly PnlGroupKind[]): Live<PnlPage> {
  return useLive((books) => pnlPage(books, { ...requestOf(question), groups }), [question, groups]);
}
