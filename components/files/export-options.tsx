import { NativeSelect, Switch, TextInput, Textarea } from '@mantine/core';
import type { ExportSettings } from '@/lib/domain/exports/export-settings';
import { t } from '../ui/text';
import type { ExportOption } from './export-format';
import styles from './exports.module.css';

export interface ExportOptionsProps {
  readonly options: readonly ExportOption[];
  readonly settings: ExportSettings;
  readonly onChange: (settings: ExportSettings) => void;
}

const ACCOUNTS = ['sales', 'fees', 'shipping', 'purchases', 'expenses'] as const;
const ACCOUNT_TEXT = {
  sales: () => t('exports.account.sales'),
  fees: () => t('exports.account.fees'),
  shipping: () => t('exports.account.shipping'),
  purchases: () => t('exports.account.purchases'),
  expenses: () => t('exports.account.expenses'),
  bank: () => t('exports.account.bank'),
  owner: () => t('exports.account.owner'),
};
const TAX_NAMES = ['standard', 'margin', 'zero', 'none'] as const;
const TAX_TEXT = {
  standard: () => t('exports.taxName.standard'),
  margin: () => t('exports.taxName.margin'),
  zero: () => t('exports.taxName.zero'),
  none: () => t('exports.taxName.none'),
};

/** What the program of the accountant calls things; kept for the next file. */
export function ExportOptions({ options, settings, onChange }: ExportOptionsProps) {
  const { accounts, taxNames, seller } = settings;
  const named = [
    ...(options.includes('accounts') ? ACCOUNTS : []),
    ...(options.includes('bank-account') ? (['bank', 'owner'] as const) : []),
  ];
  return (
    <div className={styles['options']}>
      {named.map((each) => (
        <TextInput
          key={each}
          size="xs"
          label={ACCOUNT_TEXT[each]()}
          value={accounts[each]}
          maxLength={80}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...settings, accounts: { ...accounts, [each]: value } })
          }
        />
      ))}
      {(options.includes('tax-names') ? TAX_NAMES : []).map((each) => (
        <TextInput
          key={each}
          size="xs"
          label={TAX_TEXT[each]()}
          value={taxNames[each]}
          maxLength={80}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...settings, taxNames: { ...taxNames, [each]: value } })
          }
        />
      ))}
      {options.includes('day-order') ? (
        <NativeSelect
          size="xs"
          label={t('exports.dayOrder')}
          value={settings.dayOrder}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...settings, dayOrder: value === 'month-first' ? 'month-first' : 'day-first' })
          }
          data={[
            { value: 'day-first', label: t('exports.dayFirst') },
            { value: 'month-first', label: t('exports.monthFirst') },
          ]}
        />
      ) : null}
      {options.includes('seller') ? (
        <>
          <TextInput
            size="xs"
            label={t('exports.sellerName')}
            value={seller.name}
            maxLength={80}
            onChange={({ currentTarget: { value } }) => onChange({ ...settings, seller: { ...seller, name: value } })}
          />
          <Textarea
            size="xs"
            label={t('exports.sellerAddress')}
            value={seller.address}
            maxLength={400}
            autosize
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...settings, seller: { ...seller, address: value } })
            }
          />
        </>
      ) : null}
      {options.includes('fees') ? (
        <Switch
          label={t('exports.feesOnInvoice')}
          checked={settings.feesOnInvoice}
          onChange={({ currentTarget: { checked } }) => onChange({ ...settings, feesOnInvoice: checked })}
        />
      ) : null}
    </div>
  );
}
