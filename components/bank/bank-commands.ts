import type { Candidate } from '@/lib/domain/reconcile/candidate';
import { writeReasons } from '@/lib/domain/reconcile/reason';
import type { MessageInput } from '@/lib/messaging/protocol';
import { ask, type Asked } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem, toastUndo } from '../ui/toast';

interface Undoable {
  readonly ok: boolean;
  readonly undoId?: string | null;
}

/** Says what was done with the way back, or why not. @returns whether it was done */
function told(asked: Asked<Undoable>, said: string): boolean {
  if (!asked.ok) toastProblem(asked.message);
  else offerUndo(said, asked.value.undoId ?? null);
  return asked.ok;
}

type Wish = Pick<Candidate, 'kind' | 'ids'> & { readonly reason: string };

/** @returns whether it is matched */
export async function matchLine(lineId: string, { kind, ids, reason }: Wish): Promise<boolean> {
  const asked = await ask('bank/match', { lines: [{ lineId, to: { kind, ids: [...ids], reason } }] });
  return told(asked, t('bank.matchedOne'));
}

export const acceptCandidate = (lineId: string, candidate: Candidate) =>
  matchLine(lineId, { ...candidate, reason: writeReasons(candidate.reasons) });

export async function acceptCertain(): Promise<void> {
  const asked = await ask('bank/match-certain', {});
  if (!asked.ok) return toastProblem(asked.message);
  if (!asked.value.ok) return;
  const { matched, undoId } = asked.value;
  offerUndo(matched === 0 ? t('bank.noneCertain') : t('bank.matchedMany', matched, [countText(matched)]), undoId);
}

export async function unmatchLine(id: string): Promise<boolean> {
  return told(await ask('bank/unmatch', { ids: [id] }), t('bank.parted'));
}

export async function ignoreLine(id: string): Promise<boolean> {
  return told(await ask('bank/ignore', { ids: [id] }), t('bank.setAside'));
}

export async function makeExpense(input: MessageInput<'bank/make-expense'>): Promise<boolean> {
  return told(await ask('bank/make-expense', input), t('bank.expenseMade'));
}

/** @returns why it was refused; null: it is kept */
export async function addPayout(input: MessageInput<'payouts/add'>): Promise<string | null> {
  const asked = await ask('payouts/add', input);
  if (!asked.ok) return asked.message;
  if (asked.value.ok) offerUndo(t('bank.payoutAdded'), asked.value.undoId);
  return null;
}

export async function removePayout(id: string): Promise<void> {
  told(await ask('payouts/remove', { id }), t('bank.payoutRemoved'));
}

/** @returns why it was refused; null: it is kept */
export async function saveAccount(input: MessageInput<'bank/save-account'>): Promise<string | null> {
  const asked = await ask('bank/save-account', input);
  if (!asked.ok) return asked.message;
  if (asked.value.ok) offerUndo(t('bank.accountSaved'), asked.value.undoId);
  return null;
}

export async function removeAccount(id: string): Promise<void> {
  told(await ask('bank/remove-account', { id }), t('bank.accountRemoved'));
}

/** @returns why it was refused; null: it is in the books */
export async function importLines(inputs: readonly MessageInput<'bank/import'>[]): Promise<string | null> {
  const counts = { added: 0, known: 0, matched: 0 };
  const importIds: string[] = [];
  for (const input of inputs) {
    const asked = await ask('bank/import', input);
    if (!asked.ok) return asked.message;
    if (!asked.value.ok) return null;
    counts.added += asked.value.added;
    counts.known += asked.value.known;
    counts.matched += asked.value.matched;
    if (asked.value.importId !== null) importIds.push(asked.value.importId);
  }
  const said = t('bank.imported', [countText(counts.added), countText(counts.known), countText(counts.matched)]);
  if (importIds.length === 0) toast(said);
  else toastUndo(said, () => void takeBack(importIds));
  return null;
}

/** Takes whole statements back. */
export async function takeBack(importIds: readonly string[]): Promise<void> {
  let removed = 0;
  for (const importId of importIds.toReversed()) {
    const asked = await ask('bank/take-back', { importId });
    if (!asked.ok) return toastProblem(asked.message);
    removed += asked.value.ok ? asked.value.removed : 0;
  }
  toast(t('bank.takenBack', removed, [countText(removed)]));
}
