/** Names and numbers of accounts in the accountant's program, as the seller gave them. */
export interface ExportAccounts {
  readonly sales: string;
  readonly fees: string;
  readonly shipping: string;
  readonly purchases: string;
  readonly expenses: string;
  readonly bank: string;
  /** The owner's own: journeys with their car are paid by them. */
  readonly owner: string;
}

/** How one file is made besides what is in it. */
export interface ExportSettings {
  readonly accounts: ExportAccounts;
  /** What the tax rates are called there, by treatment; `none` where no tax is shown. */
  readonly taxNames: {
    readonly standard: string;
    readonly margin: string;
    readonly zero: string;
    readonly none: string;
  };
  /** Whether a sale's fees are lines of its own invoice (below zero) or left to the bank lines. */
  readonly feesOnInvoice: boolean;
  /** Order of day and month where the program wants the country's own. */
  readonly dayOrder: 'day-first' | 'month-first';
  /** Who sells, as it stands on invoices. */
  readonly seller: { readonly name: string; readonly address: string };
}

/** A file that is ready to be kept. */
export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  /** Lines of data in it. */
  readonly rows: number;
}
