import type { SizeSystem } from '@/lib/domain/sizes/size';
import { windowStore } from '@/lib/settings/window-store';
import type { CONDITIONS, PACKAGINGS } from '../bridge/condition-choices';
import type { CatalogHit } from '../bridge/use-catalog-search';

/** Everything typed into the form, as typed: nothing is lost while it does not fit yet. */
export interface AddDraft {
  readonly query: string;
  readonly product: CatalogHit | null;
  /** The pair is described by hand, without a product. */
  readonly byHand: boolean;
  readonly name: string;
  readonly brand: string;
  readonly code: string;
  readonly sizes: string;
  readonly system: SizeSystem;
  readonly condition: (typeof CONDITIONS)[number];
  readonly packaging: (typeof PACKAGINGS)[number];
  readonly cost: string;
  readonly otherCosts: string;
  /** `2026-11-23`; empty is not known. */
  readonly bought: string;
  readonly supplier: string;
  readonly tags: readonly string[];
  readonly location: string;
  readonly note: string;
  readonly photo: string | null;
  /** Opens the listing of the pairs once they are added. */
  readonly thenList: boolean;
  /** Lines of the list that is being pasted; null: one product at a time. */
  readonly paste: string | null;
}

export const EMPTY_DRAFT: AddDraft = {
  query: '',
  product: null,
  byHand: false,
  name: '',
  brand: '',
  code: '',
  sizes: '',
  system: 'US',
  condition: 'new',
  packaging: 'good',
  cost: '',
  otherCosts: '',
  bought: '',
  supplier: '',
  tags: [],
  location: '',
  note: '',
  photo: null,
  thenList: false,
  paste: null,
};

const KEY = 'archvd-add-draft';

/** What was typed and not saved yet, in this window; it goes with the window. */
export function loadDraft(): AddDraft {
  const stored = windowStore.read(KEY);
  return typeof stored === 'object' && stored !== null ? { ...EMPTY_DRAFT, ...stored } : EMPTY_DRAFT;
}

export function storeDraft(draft: AddDraft): void {
  windowStore.write(KEY, isEmpty(draft) ? null : draft);
}

function isEmpty(draft: AddDraft): boolean {
  return JSON.stringify(draft) === JSON.stringify(EMPTY_DRAFT);
}

/** The next pair of the same product: what differs from pair to pair is empty again. */
export function anotherOf(draft: AddDraft): AddDraft {
  return { ...draft, sizes: '', note: '', photo: null };
}
