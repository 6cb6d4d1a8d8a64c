import { NativeSelect, Switch, TextInput } from '@mantine/core';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { SizeSystem } from '@/lib/domain/sizes/size';
import { t } from '../ui/text';
import styles from './add.module.css';
import { AmountInput } from '../bridge/amount-input';
import type { DraftProblems } from './check-draft';
import { ChosenProduct } from './chosen-product';
import type { AddDraft } from './draft';
import { MoreFields, type MoreValues } from './more-fields';
import { PhotoField } from '../ui/photo-field';
import { SizeChips } from './size-chips';

const SYSTEMS: readonly SizeSystem[] = ['US', 'UK', 'EU', 'JP', 'IT', 'FR'];

export interface AddFieldsProps {
  readonly draft: AddDraft;
  readonly problems: DraftProblems;
  readonly currency: CurrencyCode;
  readonly onChange: (part: Partial<AddDraft>) => void;
}

/** What is asked of pairs once it is known what they are: sizes and cost first, the rest may wait. */
export function AddFields({ draft, problems, currency, onChange }: AddFieldsProps) {
  const { product } = draft;
  return (
    <>
      {product === null ? (
        <ByHandFields draft={draft} problems={problems} onChange={onChange} />
      ) : (
        <ChosenProduct product={product} onOther={() => onChange({ product: null, byHand: false, sizes: '' })} />
      )}
      <div className={product === null ? styles['sizeRow'] : ''}>
        <TextInput
          label={product === null ? t('add.sizes') : t('add.sizesOf', [product.sizeSystem])}
          placeholder={t('add.sizesHint')}
          value={draft.sizes}
          error={problems.sizes}
          autoComplete="off"
          autoFocus={product !== null || draft.name !== '' || draft.code !== ''}
          data-testid="add-sizes"
          onChange={(event) => onChange({ sizes: event.currentTarget.value })}
        />
        {product === null ? (
          <NativeSelect
            label={t('add.system')}
            data={[...SYSTEMS]}
            value={draft.system}
            onChange={(event) =>
              onChange({ system: SYSTEMS.find((each) => each === event.currentTarget.value) ?? 'US' })
            }
          />
        ) : null}
      </div>
      {product === null ? null : (
        <SizeChips product={product} sizes={draft.sizes} onChange={(sizes) => onChange({ sizes })} />
      )}
      <div className={styles['two']}>
        <AmountInput
          label={t('add.cost')}
          hint={t('add.costHint')}
          value={draft.cost}
          currency={currency}
          problem={problems.cost}
          onChange={(cost) => onChange({ cost })}
        />
        <AmountInput
          label={t('add.otherCosts')}
          hint={t('add.otherHint')}
          value={draft.otherCosts}
          currency={currency}
          problem={problems.otherCosts}
          onChange={(otherCosts) => onChange({ otherCosts })}
        />
      </div>
      <MoreFields
        values={draft}
        boughtProblem={problems.bought}
        onChange={(part: Partial<MoreValues>) => onChange(part as Partial<AddDraft>)}
      />
      <PhotoField photo={draft.photo} onChange={(photo) => onChange({ photo })} />
      <Switch
        label={t('listing.afterAdding')}
        description={product === null ? t('listing.afterAddingNeeds') : t('listing.afterAddingHint')}
        checked={draft.thenList && product !== null}
        disabled={product === null}
        onChange={(event) => onChange({ thenList: event.currentTarget.checked })}
        data-testid="then-list"
      />
    </>
  );
}

function ByHandFields({ draft, problems, onChange }: Omit<AddFieldsProps, 'currency'>) {
  return (
    <>
      <TextInput
        label={t('add.name')}
        value={draft.name}
        error={problems.name}
        maxLength={200}
        autoFocus={draft.name === '' && draft.code === ''}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <div className={styles['two']}>
        <TextInput
          label={t('add.brand')}
          value={draft.brand}
          maxLength={80}
          onChange={(event) => onChange({ brand: event.currentTarget.value })}
        />
        <TextInput
          label={t('add.code')}
          value={draft.code}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => onChange({ code: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
