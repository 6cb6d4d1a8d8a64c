import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Sale } from '@/lib/domain/sales/sale';
import { AmountInput } from '../bridge/amount-input';
import { ask } from '../bridge/ask';
import { FormFrame } from '../bridge/form-frame';
import { offerUndo } from '../bridge/offer-undo';
import { platformText, SALE_PLATFORMS } from '../bridge/sale-platform';
import { SaveActions } from '../bridge/save-actions';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import styles from './add.module.css';
import { checkSaleFields, fieldsOfSale, type SaleFieldProblems, type SaleFields } from './sale-fields';

export interface EditSaleFormProps {
  readonly sale: Sale;
  readonly onClose: () => void;
}

/** What a file or the seller told of a sale, put right; of a sale on alias only what alias does not tell itself. */
export function EditSaleForm({ sale, onClose }: EditSaleFormProps) {
  const [before] = useState(() => fieldsOfSale(sale));
  const [fields, setFields] = useState<SaleFields>(before);
  const [problems, setProblems] = useState<SaleFieldProblems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const told = sale.marketplace === 'alias';
  const { currency } = sale.price;
  const change = (part: Partial<SaleFields>) => {
    setFields((known) => ({ ...known, ...part }));
    setProblems({});
    setRefusal(null);
  };
  const save = async () => {
    if (busy) return;
    const checked = checkSaleFields(sale, before, fields);
    if (!checked.ok) return setProblems(checked.problems);
    if (Object.keys(checked.changes).length === 0) return onClose();
    setBusy(true);
    const asked = await ask('sales/edit', { saleId: sale.id, changes: checked.changes });
    setBusy(false);
    if (!asked.ok) return setRefusal(asked.message);
    if (asked.value.ok) offerUndo(t('editSale.saved'), asked.value.undoId);
    onClose();
  };
  const text = (field: 'order' | 'buyer' | 'note', label: string, most: number) => (
    <TextInput
      label={label}
      value={fields[field]}
      maxLength={most}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <FormFrame
      label={t('editSale.title')}
      onSave={() => void save()}
      actions={<SaveActions onClose={onClose} onSave={() => void save()} busy={busy} save={t('editSale.save')} />}
    >
      {told ? <p className="archvd-quiet">{t('editSale.told')}</p> : null}
      {told ? null : (
        <>
          <div className={styles['two']}>
            <NativeSelect
              label={t('sellPair.platform')}
              data={SALE_PLATFORMS.filter((value) => value !== 'alias').map((value) => ({
                value,
                label: platformText(value),
              }))}
              value={fields.platform}
              onChange={(event) => change({ platform: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('editSale.soldOn')}
              value={fields.soldOn}
              error={problems.soldOn}
              onChange={(event) => change({ soldOn: event.currentTarget.value })}
            />
          </div>
          <div className={styles['two']}>
            <AmountInput
              label={t('editSale.price')}
              value={fields.price}
              currency={currency}
              problem={problems.price}
              onChange={(price) => change({ price })}
            />
            <AmountInput
              label={t('editSale.payout')}
              hint={t('editSale.payoutHint')}
              value={fields.payout}
              currency={currency}
              problem={problems.payout}
              onChange={(payout) => change({ payout })}
            />
          </div>
          {text('order', t('editSale.order'), 200)}
        </>
      )}
      <div className={styles['two']}>
        <TextInput
          type="date"
          label={t('editSale.paidOn')}
          description={t('editSale.paidHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={fields.paidOn}
          error={problems.paidOn}
          onChange={(event) => change({ paidOn: event.currentTarget.value })}
        />
        <TextInput
          label={t('editSale.country')}
          description={t('editSale.countryHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={fields.country}
          maxLength={2}
          error={problems.country}
          onChange={(event) => change({ country: event.currentTarget.value })}
        />
      </div>
      {text('buyer', t('editSale.buyer'), 200)}
      {text('note', t('editSale.note'), 500)}
      <ProblemText text={refusal} />
    </FormFrame>
  );
}
