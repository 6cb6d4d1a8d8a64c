import { Chip, Group } from '@mantine/core';
import { useState } from 'react';
import { ALERT_TEMPLATES, type AlertTemplate } from '@/lib/domain/alerts/templates';
import { money, type Money } from '@/lib/domain/money/money';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { MINUTE_MS, instant } from '@/lib/domain/time/instant';
import { currenciesOf } from '@/lib/queries/alert-currencies';
import type { AlertLine, AlertSubject } from '@/lib/queries/alert-subjects';
import { SaveForm } from '../../bridge/save-form';
import { countText } from '../../ui/format';
import { t } from '../../ui/text';
import { useTyped } from '../../ui/unsaved';
import { useNow } from '../../ui/use-now';
import { change } from '../watch-commands';
import { draftOf, newDraft, readDraft, type AlertDraft } from './alert-draft';
import styles from './alerts.module.css';
import { alertText, templateText } from './alert-words';
import { HistoryTest } from './history-test';
import { OptionFields } from './option-fields';
import { TriggerFields } from './trigger-fields';

interface AlertFormProps {
  /** One or many; all of them get the same alert. */
  readonly subjects: readonly AlertSubject[];
  /** null: a new one. */
  readonly alert: AlertLine['alert'] | null;
  /** The lowest ask now, to begin with; null: not known. */
  readonly ask: Money | null;
  readonly currency: CurrencyCode;
  readonly onClose: () => void;
}

/** What an alert waits for and how it rings, what it will do in a sentence, and what it would have done on the history. */
export function AlertForm({ subjects, alert, ask, currency, onClose }: AlertFormProps) {
  const [draft, setDraft] = useState(() =>
    alert === null ? newDraft(underAsk(ask)) : draftOf(alert.trigger, alert.options),
  );
  const [tried, setTried] = useState(false);
  useTyped(draft);
  const [busy, setBusy] = useState(false);
  const now = instant(useNow(MINUTE_MS));
  // A bare figure of an alert that is there stays in that alert's currency, whatever the market is in now.
  const own = alert === null ? undefined : currenciesOf(alert.trigger)[0];
  const asksIn = own ?? ask?.currency ?? currency;
  const read = readDraft(draft, asksIn, now);
  const problems = tried && !read.ok ? read.problems : {};
  const set = (part: Partial<AlertDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = async () => {
    setTried(true);
    if (!read.ok || busy) return;
    setBusy(true);
    const itemIds = subjects.map(({ item }) => item.id);
    const { trigger, options } = read;
    const said =
      alert === null ? t('watchAlert.added', itemIds.length, [countText(itemIds.length)]) : t('watchAlert.saved');
    const input = { id: alert?.id ?? null, itemIds, trigger, options, enabled: alert?.enabled ?? true };
    const done = await change('alerts/save', input, said);
    setBusy(false);
    if (done) onClose();
  };
  const [subject] = subjects;
  return (
    <SaveForm
      label={alert === null ? t('watchAlert.new') : t('watchAlert.edit')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      save={saveText(alert !== null, subjects.length)}
    >
      {alert === null ? <Templates onPick={(template) => setDraft(fromTemplate(template, ask, asksIn))} /> : null}
      <TriggerFields draft={draft} currency={asksIn} problems={problems} onChange={set} />
      {read.ok ? (
        <p role="status" className={styles['says']} data-testid="alert-says">
          {alertText(read.trigger, read.options)}
        </p>
      ) : null}
      {subject === undefined ? null : (
        <HistoryTest key={subject.item.id} subject={subject} read={read} isOneOfMany={subjects.length > 1} />
      )}
      <OptionFields draft={draft} problems={problems} onChange={set} />
    </SaveForm>
  );
}

function saveText(isKnown: boolean, subjects: number): string {
  if (isKnown) return t('watchAlert.save');
  return subjects === 1 ? t('watchAlert.add') : t('watchAlert.addTo', subjects, [countText(subjects)]);
}

function Templates({ onPick }: { readonly onPick: (template: AlertTemplate) => void }) {
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <fieldset className={styles['templates']}>
      <legend>{t('watchAlert.template')}</legend>
      <Group gap={6}>
        {ALERT_TEMPLATES.map((template) => (
          <Chip
            key={template.id}
            size="sm"
            radius="sm"
            variant="outline"
            checked={picked === template.id}
            onChange={() => {
              setPicked(template.id);
              onPick(template);
            }}
          >
            {templateText(template.id)}
          </Chip>
        ))}
      </Group>
    </fieldset>
  );
}

function fromTemplate({ triggerFor, options }: AlertTemplate, ask: Money | null, currency: CurrencyCode): AlertDraft {
  // Without a market the person's own price is still to come.
  const price = underAsk(ask);
  const draft = draftOf(triggerFor(price ?? money(100, currency)), options);
  const isPrice = ['ask-at-or-below', 'offer-at-or-above', 'sold-at-or-below'].includes(draft.kind);
  return price === null && isPrice ? { ...draft, amount: '' } : draft;
}

/** A price to begin with: 5 % under the ask, in whole dollars. */
function underAsk(ask: Money | null): Money | null {
  if (ask === null) return null;
  const whole = Math.floor((ask.minor * 0.95) / 100) * 100;
  return whole > 0 ? money(whole, ask.currency) : ask;
}
