import type { ExperimentCandidate } from '@/lib/queries/experiment-candidates';

/** What is typed in the form of a new experiment. */
export interface ExperimentDraft {
  readonly name: string;
  readonly days: string;
  readonly brands: readonly string[];
  readonly styleCodes: readonly string[];
  readonly tags: readonly string[];
  /** Per cent from the lowest ask, below zero is below it. */
  readonly arms: readonly string[];
}

export const NEW_EXPERIMENT: ExperimentDraft = {
  name: '',
  days: '14',
  brands: [],
  styleCodes: [],
  tags: [],
  arms: ['0', '-2'],
};

export const FEWEST_DAYS = 3;
export const MOST_DAYS = 90;
const MOST_BASIS_POINTS = 5000;

/**
 * Per cent from the lowest ask in basis points; null when it is none, or beyond half of it.
 *
 * @example `-2,5 %` is −250
 */
export function readArm(text: string): number | null {
  const cleaned = text.trim().replace(/\s*%$/, '').replace(',', '.').replace('\u2212', '-');
  if (!/^[-+]?\d{1,2}(\.\d{1,2})?$/.test(cleaned)) return null;
  // `-0` is 0.
  const basisPoints = Math.round(Number(cleaned) * 100) + 0;
  return Math.abs(basisPoints) <= MOST_BASIS_POINTS ? basisPoints : null;
}

/** Days it goes on; null when they cannot be meant. */
export function readDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return days >= FEWEST_DAYS && days <= MOST_DAYS ? days : null;
}

/** The arms in basis points; null while one cannot be read or two are the same. */
export function readArms(arms: readonly string[]): readonly number[] | null {
  const read = arms.map(readArm).filter((arm) => arm !== null);
  return read.length === arms.length && new Set(read).size === read.length ? read : null;
}

/** Listings that fit all that is named; an empty list does not narrow. */
export function chosenListings(
  candidates: readonly ExperimentCandidate[],
  { brands, styleCodes, tags }: Pick<ExperimentDraft, 'brands' | 'styleCodes' | 'tags'>,
): readonly string[] {
  const [wantedBrands, wantedCodes, wantedTags] = [plainSet(brands), plainSet(styleCodes), plainSet(tags)];
  return candidates
    .filter(
      (each) =>
        (wantedBrands.size === 0 || wantedBrands.has(plain(each.brand))) &&
        (wantedCodes.size === 0 || wantedCodes.has(plain(each.styleCode ?? ''))) &&
        (wantedTags.size === 0 || each.tags.some((tag) => wantedTags.has(plain(tag)))),
    )
    .map(({ listingId }) => listingId);
}

function plainSet(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(plain));
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
