import { NativeSelect } from '@mantine/core';
import type { BankPage } from '@/lib/queries/bank-page';
import { t } from '../ui/text';
import { accountText } from './bank-words';

interface AccountChoiceProps {
  readonly page: BankPage | null;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** One account or all of them; nothing to choose while there is only one. */
export function AccountChoice({ page, value, onChange }: AccountChoiceProps) {
  if (page === null || page.accounts.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('bank.account')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('bank.everyAccount') },
        ...page.accounts.map(({ account }) => ({ value: account.id, label: accountText(account) })),
      ]}
      styles={{ input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } }}
    />
  );
}
