import { addPairs, type PairDraft } from '@/lib/commands/add-pairs';
import { editPairs, type PairChanges } from '@/lib/commands/edit-pairs';
import { removePairs } from '@/lib/commands/remove-pairs';
import { sellPair } from '@/lib/commands/sell-pair';
import { setPhoto } from '@/lib/commands/set-photo';
import { takeOverCost } from '@/lib/commands/take-over-cost';
import { runUndo } from '@/lib/commands/undo';
import { unsellPair } from '@/lib/commands/unsell-pair';
import { parseStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { money, type Money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import type { Failure } from '@/lib/messaging/failure';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf } from './attempt';
import type { DeskParts } from './ports';

/** Pairs of the seller: adding, changing, selling, and taking it back. */
export function pairHandlers({ ground, stored }: Pick<DeskParts, 'ground' | 'stored'>) {
  const deps = commandDeps(ground);
  const answer = <T extends object>(run: () => Promise<T>) => told(attempt(ground, run));
  return {
    'pairs/add': ({ drafts }) =>
      answer(async () => {
        const { pairIds, undoId } = await addPairs(deps, { drafts: drafts.map(draftOf) });
        return { pairIds: [...pairIds], undoId };
      }),
    'pairs/edit': ({ pairIds, changes }) => answer(async () => editPairs(deps, pairIds, changesOf(changes))),
    'pairs/remove': ({ pairIds }) => answer(() => removePairs(deps, pairIds)),
    'pair/sell': ({ price, taken, soldAt, ...rest }) =>
      answer(async () =>
        sellPair(deps, {
          ...rest,
          price: amountOf(price),
          taken: { is: taken.is, amount: amountOf(taken.amount) },
          soldAt: instant(soldAt),
          displayCurrency: await stored.get('displayCurrency'),
        }),
      ),
    'pair/unsell': ({ pairId }) => answer(() => unsellPair(deps, pairId)),
    'pair/photo': ({ pairId, dataUrl }) => answer(() => setPhoto(deps, pairId, dataUrl)),
    'pair/take-over': ({ pairId, fromPairId }) => answer(() => takeOverCost(deps, pairId, fromPairId)),
    'undo/run': ({ undoId }) => answer(() => runUndo(deps, undoId)),
  } satisfies Partial<MessageHandlers>;
}

async function told<T extends object>(
  tried: ReturnType<typeof attempt<T>>,
): Promise<({ ok: true } & T) | { ok: false; error: Failure }> {
  const ended = await tried;
  return ended.ok ? { ok: true, ...ended.value } : ended;
}

type Draft = MessageInput<'pairs/add'>['drafts'][number];
type Changes = MessageInput<'pairs/edit'>['changes'];

function draftOf(draft: Draft): PairDraft {
  return {
    ...draft,
    styleCode: draft.styleCode === null ? null : codeOf(draft.styleCode),
    cost: amountOrNull(draft.cost),
    otherCosts: amountOrNull(draft.otherCosts),
    boughtAt: draft.boughtAt === null ? null : instant(draft.boughtAt),
    boughtUrl: draft.boughtUrl ?? null,
  };
}

function changesOf(changes: Changes): PairChanges {
  const { cost, otherCosts, boughtAt, styleCode, ...rest } = changes;
  const asked = {
    ...rest,
    cost: cost === undefined ? undefined : amountOrNull(cost),
    otherCosts: otherCosts === undefined ? undefined : amountOrNull(otherCosts),
    boughtAt: boughtAt === undefined ? undefined : boughtAt === null ? null : instant(boughtAt),
    styleCode: styleCode === undefined ? undefined : styleCode === null ? null : codeOf(styleCode),
  };
  // What was not asked for must not be there at all: undefined would read as "make it empty".
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as PairChanges;
}

/** A code no shape of ours knows is kept as it was typed: the seller has read it from the box. */
function codeOf(text: string): StyleCode | null {
  const typed = text.trim().toUpperCase();
  return typed === '' ? null : (parseStyleCode(typed) ?? (typed as StyleCode));
}

type Amount = { readonly minor: number; readonly currency: string };

function amountOf({ minor, currency }: Amount): Money {
  return money(minor, currencyOf(currency));
}

function amountOrNull(amount: Amount | null): Money | null {
  return amount === null ? null : amountOf(amount);
}
