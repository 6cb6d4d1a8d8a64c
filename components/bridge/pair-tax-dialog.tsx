import { Button, Group, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Pair, TaxTreatment } from '@/lib/domain/inventory/pair';
import { treatmentOf } from '@/lib/domain/tax/treatment';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { countText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { AmountInput } from './amount-input';
import { ask } from './ask';
import { offerUndo } from './offer-undo';
import { type PairTaxFields, pairTaxFields, pairTaxChanges } from './pair-tax-fields';
import { treatmentText } from './treatment-words';

interface PairTaxDialogProps {
  readonly opened: boolean;
  readonly pairIds: readonly string[];
  /** The one pair that is changed; null: many, of which only what is filled in is changed. */
  readonly pair: Pair | null;
  readonly profile: TaxProfile;
  readonly onClose: () => void;
}

/** How a pair is taxed and what its purchase invoice shows; of one pair or of many. */
export function PairTaxDialog({ opened, pairIds, pair, profile, onClose }: PairTaxDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('tax.pairsTitle', pairIds.length, [countText(pairIds.length)])}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened ? <Form pairIds={pairIds} pair={pair} profile={profile} onClose={onClose} /> : null}
    </Modal>
  );
}

const TREATMENTS: readonly TaxTreatment[] = ['standard', 'margin', 'global', 'zero'];

function Form({ pairIds, pair, profile, onClose }: Omit<PairTaxDialogProps, 'opened'>) {
  const [fields, setFields] = useState(() => pairTaxFields(pair));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<PairTaxFields>) => setFields((before) => ({ ...before, ...part }));
  const currency = pair?.cost?.currency ?? 'GBP';
  const save = async () => {
    const read = pairTaxChanges(fields, pair, currency);
    setProblem(read.problem);
    if (read.changes === null) return;
    setBusy(true);
    const asked = await ask('tax/set-pairs', { pairIds: [...pairIds], changes: read.changes });
    setBusy(false);
    if (!asked.ok) return setRefusal(asked.message);
    if (!asked.value.ok) return;
    const { changed, undoId } = asked.value;
    offerUndo(changed === 0 ? t('tax.pairSame') : t('tax.pairSaved', changed, [countText(changed)]), undoId);
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
      noValidate
      style={{ display: 'grid', gap: 12 }}
    >
      <TreatmentField fields={fields} pair={pair} profile={profile} onChange={set} />
      <Textarea
        label={t('tax.pairNote')}
        autosize
        minRows={2}
        maxLength={2000}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <TextInput
        label={t('tax.pairInvoice')}
        maxLength={80}
        value={fields.invoice}
        onChange={(event) => set({ invoice: event.currentTarget.value })}
      />
      {pair === null || pair.cost === null ? null : (
        <AmountInput
          label={t('tax.pairInputTax')}
          hint={t('tax.pairInputTaxHint')}
          value={fields.inputTax}
          currency={currency}
          problem={problem}
          onChange={(inputTax) => set({ inputTax })}
        />
      )}
      <ProblemText text={refusal} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('tax.save')}
        </Button>
      </Group>
    </form>
  );
}

interface TreatmentFieldProps {
  readonly fields: PairTaxFields;
  readonly pair: Pair | null;
  readonly profile: TaxProfile;
  readonly onChange: (part: Partial<PairTaxFields>) => void;
}

function TreatmentField({ fields, pair, profile, onChange }: TreatmentFieldProps) {
  const byProfile = pair === null ? null : treatmentOf({ condition: pair.condition, tax: null }, profile).treatment;
  const profileLabel = t('tax.treatmentProfile', [byProfile === null ? '…' : treatmentText(byProfile)]);
  const why =
    profile.country === 'GB'
      ? t('tax.unusedWhyGb')
      : profile.country === 'AU'
        ? t('tax.unusedWhyAu')
        : t('tax.unusedWhyEu');
  return (
    <>
      <NativeSelect
        label={t('tax.treatmentLabel')}
        value={fields.treatment}
        onChange={(event) => onChange({ treatment: event.currentTarget.value as PairTaxFields['treatment'] })}
        data={[
          ...(pair === null ? [{ value: 'keep', label: t('tax.keepAsIs') }] : []),
          { value: 'profile', label: profileLabel },
          ...TREATMENTS.map((value) => ({ value, label: treatmentText(value) })),
        ]}
        data-autofocus
      />
      {fields.treatment === 'margin' || fields.treatment === 'global' ? (
        <p style={{ margin: 0, color: 'var(--mantine-color-dimmed)' }}>{why}</p>
      ) : null}
    </>
  );
}
