import type { RuleSettings } from '@/lib/domain/repricing/rule';
import type { MessageInput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';

export interface NamedRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly settings: RuleSettings;
}

type Sent = MessageInput<'rules/save'>['settings'];

/** The same rule as a message carries it: lists that may be written to. */
function asSent({ scope, schedule, ...rest }: RuleSettings): Sent {
  const { brands, styleCodes, usSizes, tags } = scope;
  return {
    ...rest,
    scope: { ...scope, brands: [...brands], styleCodes: [...styleCodes], usSizes: [...usSizes], tags: [...tags] },
    schedule: schedule === null ? null : { ...schedule, weekdays: [...schedule.weekdays] },
  };
}

/** @param rule without an id a new one is made, last in order and off. Answers why it was refused, or null. */
export async function saveRule(rule: Omit<NamedRule, 'id'> & { readonly id: string | null }): Promise<string | null> {
  const { id, name, enabled, settings } = rule;
  const asked = await ask('rules/save', { ruleId: id, name, enabled, settings: asSent(settings) });
  if (!asked.ok) return asked.message;
  if (!asked.value.ok) return null;
  offerUndo(id === null ? t('ruleEdit.savedNew', [name]) : t('ruleEdit.saved', [name]), asked.value.undoId);
  return null;
}

export async function duplicateRule({ name, settings }: NamedRule): Promise<void> {
  const copy = t('rules.copyOf', [name]).slice(0, 200);
  const asked = await ask('rules/save', { ruleId: null, name: copy, enabled: false, settings: asSent(settings) });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) offerUndo(t('rules.duplicated', [copy]), asked.value.undoId);
}

export async function removeRule({ id, name }: NamedRule): Promise<void> {
  const asked = await ask('rules/remove', { ruleId: id });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) offerUndo(t('rules.deleted', [name]), asked.value.undoId);
}

export async function enableRule({ id, name }: NamedRule, enabled: boolean): Promise<void> {
  const asked = await ask('rules/enable', { ruleId: id, enabled });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok)
    offerUndo(enabled ? t('rules.switchedOn', [name]) : t('rules.switchedOff', [name]), asked.value.undoId);
}

/** Answers whether the order was kept. */
export async function orderRules(ruleIds: readonly string[]): Promise<boolean> {
  const asked = await ask('rules/order', { ruleIds: [...ruleIds] });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) offerUndo(t('rules.reordered'), asked.value.undoId);
  return asked.ok;
}
