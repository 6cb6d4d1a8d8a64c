import type { MessageInput } from '@/lib/messaging/protocol';
import type { PairRow } from '@/lib/queries/pair-rows';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';

export type PairChanges = MessageInput<'pairs/edit'>['changes'];

/** Pairs one message carries. */
const PER_MESSAGE = 10_000;
const PER_ADDITION = 1000;

interface Outcome {
  readonly done: number;
  /** Left as they are, and told why. */
  readonly left: number;
  readonly undoIds: readonly string[];
  readonly problem: string | null;
}

type Step = { readonly done: number; readonly left: number; readonly undoId: string | null };

/** What was done so far of how many; called after each message. */
export type Progress = (done: number) => void;

/** Changes pairs alike, in as many messages as it takes; the first refusal ends it and what was done is told. */
export async function editPairs(ids: readonly string[], changes: PairChanges, progress: Progress): Promise<void> {
  const outcome = await inSteps(ids, PER_MESSAGE, progress, async (pairIds) => {
    const asked = await ask('pairs/edit', { pairIds, changes });
    if (!asked.ok) return asked.message;
    if (!asked.value.ok) return asked.value.error.message;
    const { changed, kept, undoId } = asked.value;
    return { done: changed, left: kept, undoId };
  });
  tell(outcome, (count) => t('inventory.changed', count, [countText(count)]), t('inventory.kept'));
}

export async function removePairs(ids: readonly string[], progress: Progress): Promise<void> {
  const outcome = await inSteps(ids, PER_MESSAGE, progress, async (pairIds) => {
    const asked = await ask('pairs/remove', { pairIds });
    if (!asked.ok) return asked.message;
    if (!asked.value.ok) return asked.value.error.message;
    const { removed, listed, sold, undoId } = asked.value;
    return { done: removed, left: listed + sold, undoId };
  });
  tell(outcome, (count) => t('inventory.removed', count, [countText(count)]), t('inventory.notRemoved'));
}

/** A second row for each pair: the same shoes, bought alike, in stock. */
export async function duplicatePairs(rows: readonly PairRow[], progress: Progress): Promise<void> {
  const outcome = await inSteps(rows, PER_ADDITION, progress, async (some) => {
    const drafts = some.flatMap((row) => draftOf(row) ?? []);
    if (drafts.length === 0) return { done: 0, left: some.length, undoId: null };
    const asked = await ask('pairs/add', { drafts });
    if (!asked.ok) return asked.message;
    if (!asked.value.ok) return asked.value.error.message;
    return { done: asked.value.pairIds.length, left: some.length - drafts.length, undoId: asked.value.undoId };
  });
  tell(outcome, (count) => t('inventory.duplicated', count, [countText(count)]), t('inventory.notDuplicated'));
}

const CONDITIONS = ['new', 'used', 'new-with-defects'] as const;
const PACKAGINGS = ['good', 'missing-lid', 'badly-damaged', 'no-box'] as const;

/** null: alias describes it by a word this version does not know, which nobody should repeat by hand. */
function draftOf({ pair }: PairRow): MessageInput<'pairs/add'>['drafts'][number] | null {
  const { catalogId, styleCode, name, brand, size, cost, otherCosts } = pair;
  const { boughtAt, supplier, tags, note, location } = pair;
  const condition = CONDITIONS.find((each) => each === pair.condition);
  const packaging = PACKAGINGS.find((each) => each === pair.packaging);
  if (condition === undefined || packaging === undefined) return null;
  return {
    quantity: 1,
    catalogId,
    styleCode,
    name,
    brand,
    size,
    condition,
    packaging,
    cost: cost === null ? null : { ...cost },
    otherCosts: otherCosts === null ? null : { ...otherCosts },
    boughtAt,
    supplier,
    tags: [...tags],
    note,
    location,
    photo: null,
  };
}

async function inSteps<T>(
  all: readonly T[],
  size: number,
  progress: Progress,
  run: (some: T[]) => Promise<Step | string>,
): Promise<Outcome> {
  let [done, left] = [0, 0];
  const undoIds: string[] = [];
  for (let from = 0; from < all.length; from += size) {
    const step = await run(all.slice(from, from + size));
    if (typeof step === 'string') return { done, left, undoIds, problem: step };
    done += step.done;
    left += step.left;
    if (step.undoId !== null) undoIds.push(step.undoId);
    progress(Math.min(all.length, from + size));
  }
  return { done, left, undoIds, problem: null };
}

function tell({ done, left, undoIds, problem }: Outcome, words: (count: number) => string, why: string): void {
  if (problem !== null) toastProblem(done === 0 ? problem : `${words(done)} ${t('inventory.rest', [problem])}`);
  const said = [words(done), ...(left === 0 ? [] : [t('inventory.leftAlone', left, [countText(left)]), why])].join(' ');
  if (undoIds.length > 0) offerUndo(said, undoIds);
  else if (problem === null) toast(left === 0 ? t('inventory.nothingChanged') : said);
}
