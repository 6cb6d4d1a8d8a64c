import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { SalePaid } from '@/lib/domain/sales/sale';
import type { CalendarDate, Instant } from '@/lib/domain/time/instant';
import type { Stamped } from './rows';

export interface BankAccountRow extends Stamped {
  readonly deletedAt: Instant | null;
  readonly name: string;
  /** As the statements name it; the last four characters are shown. Empty: they name none. */
  readonly number: string;
  readonly currency: CurrencyCode;
}

/** A line of a bank statement. */
export interface BankLineRow extends Stamped {
  readonly accountId: string;
  /** Natural key within the account: the bank's own id, or day, amount, text and the count of identical ones. */
  readonly ref: string;
  readonly bookedOn: CalendarDate;
  /** Above zero came in, below went out. */
  readonly amount: Money;
  readonly payee: string;
  readonly text: string;
  readonly state: 'open' | 'matched' | 'ignored';
  /** What it was matched with, by whom, and why. */
  readonly match: {
    readonly kind: 'payout' | 'expense';
    readonly ids: readonly string[];
    readonly by: 'user' | 'rule';
    readonly reason: string;
    /** By sale when it was said to be paid before, to be said again should the two be parted. Left out: of none it was. */
    readonly paidAt?: Readonly<Record<string, Instant>>;
    /** How sales were paid and payouts changed before, by their ids, to be so again; left out: matched by an older version. */
    readonly before?: {
      readonly paid: Readonly<Record<string, SalePaid | null>>;
      readonly fx: Readonly<Record<string, FxRate | null>>;
    };
  } | null;
  readonly importId: string | null;
}
