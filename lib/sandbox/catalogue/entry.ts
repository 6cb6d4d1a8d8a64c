import type { SizeRun } from './size-runs';

/** One model as it is written down by hand: facts of the real shoe, and two figures that place it in the made-up market. */
export interface CatalogueEntry {
  /** Style code as its brand prints it: `DD1391-100`, `CP9654`. */
  readonly code: string;
  readonly name: string;
  readonly brand: string;
  readonly colorway: string;
  readonly nickname: string;
  readonly gender: 'men' | 'women' | 'youth';
  /** Release day; null where it is not known for certain. */
  readonly released: string | null;
  /** Retail price in US dollars; null where it is not known for certain. */
  readonly retail: number | null;
  readonly run: SizeRun;
  /** Where the market of this model stands on the anchor day, in US dollars (invented, plausible). */
  readonly level: number;
  /** Sales a day over all sizes (invented, in the measured range of 4 to 119). */
  readonly demand: number;
  /** Slug, where alias's own does not follow name and code. */
  readonly slug?: string;
  /** Highest allowed listing price in dollars, 2,000 unless told. */
  readonly maximum?: number;
  readonly needsPictures?: boolean;
  readonly resellable?: boolean;
}
