/** Size scale a number is written in. */
export type SizeSystem = 'US' | 'UK' | 'EU' | 'JP' | 'IT' | 'FR';

/** Whose run a size belongs to; `null` when the source does not say. */
export type SizeRun = 'men' | 'women' | 'youth' | 'unisex' | null;

/**
 * A shoe size as it was written by its source. Never converted by an offset: only a product's own
 * `allowedSizes`, or the chart of the page it stands on, may translate it.
 */
export interface Size {
  readonly value: number;
  readonly system: SizeSystem;
}

/** One size a catalogue item comes in. `usValue` is what every price query of alias wants. */
export interface AllowedSize {
  readonly displayName: string;
  readonly value: number;
  readonly usValue: number;
}
