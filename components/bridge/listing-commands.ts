import type { WriteGroupKind } from '@/lib/db/selling-rows';
import type { MessageInput, MessageName, MessageOutput } from '@/lib/messaging/protocol';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem, toastRunning, toastUndo } from '../ui/toast';
import { ask } from './ask';
import { skipText } from './skip-words';
import { writesText } from './write-words';

/** Commands that become writes, and what each is called in the tracker. */
const KINDS = {
  'listings/create': 'list',
  'listings/set-price': 'price',
  'listings/activate': 'activate',
  'listings/deactivate': 'deactivate',
  'listings/delete': 'delete',
  'listings/sell-into-offer': 'sell-into-offer',
  'pictures/send': 'pictures',
  'vacation/start': 'vacation-start',
  'vacation/end': 'vacation-end',
} as const satisfies Partial<Record<MessageName, WriteGroupKind>>;

/** A holiday is ended, not undone; a sale cannot be taken back, nor what was done to an order. */
const HAS_OWN_WAY_BACK: ReadonlySet<WriteGroupKind> = new Set([
  'vacation-start',
  'vacation-end',
  'sell-into-offer',
  'order-confirm',
  'order-confirm-label',
  'order-label',
  'order-ship',
  'order-cancel',
]);

export type ListingCommand = keyof typeof KINDS;

type Accepted = Extract<MessageOutput<ListingCommand>, { ok: true }>;

/**
 * Gives a command, says how many changes are on their way and what was left out, and offers the way back.
 * Answers what was accepted; null: it was refused, and that was told.
 */
export async function command<N extends ListingCommand>(name: N, input: MessageInput<N>): Promise<Accepted | null> {
  const asked = await ask(name, input);
  if (!asked.ok) {
    toastProblem(asked.message);
    return null;
  }
  const answer: MessageOutput<ListingCommand> = asked.value;
  if (!answer.ok) return null;
  tellAccepted(KINDS[name], [answer]);
  return answer;
}

/** Says what came of a command, sent in one message or in several. */
export function tellAccepted(kind: WriteGroupKind, answers: readonly Accepted[]): void {
  const accepted = answers.reduce((sum, answer) => sum + answer.accepted, 0);
  const skipped = answers.flatMap((answer) => answer.skipped);
  const groupIds = answers.flatMap((answer) => answer.groupId ?? []);
  const begin =
    accepted > 0
      ? t('writes.queued', accepted, [writesText(kind, accepted)])
      : skipped.length === 0
        ? t('writes.taken')
        : null;
  const left = skippedText(skipped);
  const said = [begin === null || left === null ? begin : `${begin}.`, left].filter((part) => part !== null).join(' ');
  if (groupIds.length > 0 && !HAS_OWN_WAY_BACK.has(kind)) toastUndo(said, () => void takeBackGroups(groupIds));
  else if (accepted === 0 && skipped.length > 0) toastProblem(said);
  else toast(said);
}

/** `3 left out. A change is on its way already.`, each reason once; null: nothing was. */
export function skippedText(skipped: Accepted['skipped']): string | null {
  if (skipped.length === 0) return null;
  const codes = [...new Set(skipped.map(({ code }) => code))];
  return [t('writes.leftOut', skipped.length, [countText(skipped.length)]), ...codes.map(skipText)].join(' ');
}

/** Takes commands back, the newest first: what was not sent is cancelled, what was done is done the other way round. */
export async function takeBackGroups(groupIds: readonly string[]): Promise<void> {
  const done = toastRunning(t('undo.running'));
  let [accepted, refusal] = [0, null as string | null];
  const skipped: Accepted['skipped'] = [];
  for (const groupId of groupIds.toReversed()) {
    const asked = await ask('writes/undo', { groupId });
    if (!asked.ok) {
      refusal = asked.message;
      break;
    }
    if (!asked.value.ok) continue;
    accepted += asked.value.accepted;
    skipped.push(...asked.value.skipped);
  }
  done();
  if (refusal !== null) return toastProblem(refusal);
  const left = skippedText(skipped.filter(({ code }) => code !== ON_ITS_WAY));
  const said = takenBackText(accepted, skipped.filter(({ code }) => code === ON_ITS_WAY).length);
  if (left === null) toast(said);
  else toastProblem(`${said} ${left}`);
}

/** What an undo leaves out for now only: it is remembered. */
const ON_ITS_WAY = 'write-under-way';

/** @param later those that are taken back once they have arrived */
function takenBackText(now: number, later: number): string {
  if (now + later === 0) return t('writes.nothingToUndo');
  return [
    ...(now === 0 ? [] : [t('writes.undone', now, [countText(now)])]),
    ...(later === 0 ? [] : [t('writes.undoneLater', later, [countText(later)])]),
  ].join(' ');
}
