import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { instant } from '@/lib/domain/time/instant';
import type { ReleaseEntryRow } from '@/lib/queries/releases';
import { AmountInput } from '../bridge/amount-input';
import { parseCost } from '../bridge/parse-cost';
import { SaveForm } from '../bridge/save-form';
import { useSetting } from '../bridge/use-setting';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { keepRelease } from './release-actions';
import { type ReleaseFields, type ReleaseProblems, releaseFields, releaseProblems } from './release-fields';

interface EditReleaseProps {
  /** `new` writes one down; null: closed. */
  readonly entry: ReleaseEntryRow | 'new' | null;
  readonly onClose: () => void;
}

/** A release in full. */
export function EditRelease({ entry, onClose }: EditReleaseProps) {
  const title = entry === 'new' ? t('releases.writeDown') : t('releases.edit');
  return (
    <TaskDrawer opened={entry !== null} title={title} onClose={onClose} testId="release-form">
      {entry === null ? null : <Form entry={entry === 'new' ? null : entry} onClose={onClose} />}
    </TaskDrawer>
  );
}

function Form({ entry, onClose }: { readonly entry: ReleaseEntryRow | null; readonly onClose: () => void }) {
  const [display] = useSetting('displayCurrency');
  // What is written there is in the price's own currency: `$120` fits every dollar.
  const currency = entry?.release.retailPrice?.currency ?? display ?? 'USD';
  const [fields, setFields] = useState<ReleaseFields>(() => releaseFields(entry));
  const [problems, setProblems] = useState<ReleaseProblems>({});
  const [busy, setBusy] = useState(false);
  useTyped(fields);
  const change = (part: Partial<ReleaseFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setProblems({});
  };
  const save = async () => {
    const cost = parseCost(fields.price, currency);
    const found = releaseProblems(fields, cost.ok);
    if (Object.keys(found).length > 0 || !cost.ok) return setProblems(found);
    setBusy(true);
    const at = fields.time === '' ? null : instant(new Date(`${fields.date}T${fields.time}`).getTime());
    const release = {
      catalogId: entry?.release.catalogId ?? null,
      styleCode: fields.code.trim() === '' ? null : parseStyleCode(fields.code),
      name: fields.name.trim(),
      brand: fields.brand.trim(),
      date: fields.date,
      at,
      retailPrice: cost.cost,
      url: fields.url.trim() === '' ? null : fields.url.trim(),
      note: fields.note,
      remind: fields.remind,
    };
    const kept = await keepRelease(entry?.release.id ?? null, release, t('releases.saved', [release.name]));
    setBusy(false);
    if (kept) onClose();
  };
  const text = (name: 'name' | 'brand' | 'code' | 'url', label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={fields[name]}
      error={problems[name]}
      autoComplete="off"
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      {...more}
    />
  );
  return (
    <SaveForm label={t('releases.edit')} onSave={() => void save()} onClose={onClose} busy={busy}>
      {text('name', t('releases.name'), { 'data-autofocus': true, required: true })}
      {text('brand', t('releases.brand'))}
      {text('code', t('releases.code'), { placeholder: 'DD1391-100', description: t('releases.codeHint') })}
      <TextInput
        type="date"
        label={t('releases.date')}
        required
        value={fields.date}
        error={problems.date}
        onChange={(event) => change({ date: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('releases.time')}
        description={t('releases.timeHint')}
        value={fields.time}
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
      <AmountInput
        label={t('releases.retail')}
        value={fields.price}
        currency={currency}
        problem={problems.price}
        onChange={(price) => change({ price })}
      />
      {text('url', t('releases.url'), { placeholder: 'https://', type: 'url' })}
      <Textarea
        label={t('releases.note')}
        autosize
        minRows={2}
        maxLength={1000}
        value={fields.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Switch
        label={t('releases.remindMe')}
        description={t('releases.remindHint')}
        checked={fields.remind}
        onChange={(event) => change({ remind: event.currentTarget.checked })}
      />
    </SaveForm>
  );
}
