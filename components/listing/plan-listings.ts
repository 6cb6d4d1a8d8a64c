import { stoppingProblem, type ListingProblem } from '@/lib/domain/listings/listing-problem';
import { listPrice, type ListPrice, type PriceStrategy } from '@/lib/domain/listings/list-price';
import { preflight } from '@/lib/domain/listings/preflight';
import type { Money } from '@/lib/domain/money/money';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { ListingDraft } from '@/lib/queries/listing-drafts';
import { CONDITIONS, PACKAGINGS } from '../bridge/condition-choices';
import { readPrice } from '../bridge/read-price';

export type ListingOrders = MessageInput<'listings/create'>['listings'];

/** What will become of one pair of many. */
export interface PlannedListing {
  readonly draft: ListingDraft;
  /** What the strategy gives it. */
  readonly given: ListPrice | null;
  /** The strategy's price, or what was typed over it; null: none yet. */
  readonly price: Money | null;
  /** Why what was typed is no price; null: it is, or nothing was typed. */
  readonly typo: string | null;
  readonly problems: readonly ListingProblem[];
  /** `loses` and `at-once` are listed only with a word of their own; `blocked` not at all. */
  readonly standing: 'ready' | 'loses' | 'at-once' | 'blocked';
}

const SEEN = { belowFloor: true, intoOffer: true };

/**
 * Gives every pair its price and checks each. What was typed for a pair counts more than the strategy.
 *
 * @param typed prices as text, by pair
 */
export function planListings(
  drafts: readonly ListingDraft[],
  strategy: PriceStrategy | null,
  typed: ReadonlyMap<string, string>,
  activate: boolean,
): readonly PlannedListing[] {
  return drafts.map((draft) => {
    const given = strategy === null ? null : listPrice(strategy, draft);
    const text = typed.get(draft.pair.id);
    const read = text === undefined ? null : readPrice(text, 'USD');
    const price = read === null ? (given?.kind === 'price' ? given.price : null) : read.ok ? read.price : null;
    const typo = read === null || read.ok ? null : read.problem;
    const problems = preflight(draft, {
      price,
      condition: draft.pair.condition,
      packaging: draft.pair.packaging,
      defects: [],
      additionalDefects: '',
      pictureTypes: draft.pictures.filter(({ isKept }) => isKept).map(({ type }) => type),
      activate,
    });
    return { draft, given, price, typo, problems, standing: standingOf(problems) };
  });
}

function standingOf(problems: readonly ListingProblem[]): PlannedListing['standing'] {
  if (stoppingProblem(problems, SEEN) !== null) return 'blocked';
  const words = problems.flatMap((each) => (each.severity === 'confirm' ? [each.confirmedBy] : []));
  return words.includes('intoOffer') ? 'at-once' : words.length > 0 ? 'loses' : 'ready';
}

/** What the person said of prices that want a word. */
export interface Included {
  readonly loses: boolean;
  readonly atOnce: boolean;
}

/** Whether a pair is listed, as things stand. */
export function isListed({ standing, price }: PlannedListing, { loses, atOnce }: Included): boolean {
  if (price === null) return false;
  return standing === 'ready' || (standing === 'loses' && loses) || (standing === 'at-once' && atOnce);
}

/** The listings that are asked for: only those that can be, each with the words that were given for it. */
export function toOrders(plan: readonly PlannedListing[], included: Included, activate: boolean): ListingOrders {
  return plan.flatMap((planned): ListingOrders => {
    const { draft, price, problems } = planned;
    const condition = CONDITIONS.find((each) => each === draft.pair.condition);
    const packaging = PACKAGINGS.find((each) => each === draft.pair.packaging);
    if (!isListed(planned, included) || price === null || condition === undefined || packaging === undefined) return [];
    return [
      {
        pairId: draft.pair.id,
        price: { ...price },
        condition,
        packaging,
        defects: [],
        additionalDefects: '',
        pictureIds: keptPictures(draft),
        activate,
        ...wordsFor(problems),
      },
    ];
  });
}

/** Pictures that can still be sent. */
export function keptPictures({ pictures }: Pick<ListingDraft, 'pictures'>): string[] {
  return pictures.filter(({ isKept }) => isKept).map(({ id }) => id);
}

/** The words that were asked for, given. */
function wordsFor(problems: readonly ListingProblem[]): { belowFloor: boolean; intoOffer: boolean } {
  const words = new Set(problems.flatMap((each) => (each.severity === 'confirm' ? [each.confirmedBy] : [])));
  return { belowFloor: words.has('belowFloor'), intoOffer: words.has('intoOffer') };
}
