import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Sale } from '@/lib/domain/sales/sale';
import { AmountInput } from '../bridge/amount-input';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { platformText, SALE_PLATFORMS } from '../bridge/sale-platform';
import { SaveForm } from '../bridge/save-form';
import { useForm } from '../bridge/use-form';
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
  const { fields, problems, refusal, busy, change, setProblems, send } = useForm<SaleFields, SaleFieldProblems>(() =>
    fieldsOfSale(sale),
  );
  const [before] = useState(fields);
  const told = sale.marketplace === 'alias';
  const { currency } = sale.price;
  const save = async () => {
    const checked = checkSaleFields(sale, before, fields);
    if (!checked.ok) return setProblems(checked.problems);
    const { changes } = checked;
    if (Object.keys(changes).length === 0) return onClose();
    const saved = await send(() => ask('sales/edit', { saleId: sale.id, changes }));
    if (saved === null) return;
    if (saved.ok) offerUndo(t('editSale.saved'), saved.undoId);
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
    <SaveForm
      label={t('editSale.title')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      save={t('editSale.save')}
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
    </SaveForm>
  );
}
