import type { ExportFile, ExportSettings } from '@/lib/domain/exports/export-settings';
import type { Ledger } from '@/lib/domain/exports/ledger';

/** Options a file can have besides what is in it. */
export type ExportOption = 'accounts' | 'bank-account' | 'tax-names' | 'fees' | 'day-order' | 'seller';

export interface ExportFormat {
  readonly id: string;
  readonly title: () => string;
  readonly text: () => string;
  readonly options: readonly ExportOption[];
  /**
   * What becomes of a sale that was given back. `restated`: it is in no sum, as in the profit and loss; `booked`: it stays
   * on its day and is taken off on the day of its return, as in a tax return; `moved`: only money that moved is told.
   */
  readonly returns: 'restated' | 'booked' | 'moved';
  /** The code that writes files is loaded when a file is made. */
  readonly make: (ledger: Ledger, settings: ExportSettings) => Promise<readonly ExportFile[]>;
}
