import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { BankAccount, BankPage } from '@/lib/queries/bank-page';
import { CURRENCY_CODES } from '@/lib/domain/money/currency';
import { calendarDayText, countText, dateText } from '../ui/format';
import { SideDrawer } from '../bridge/side-drawer';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { removeAccount, saveAccount, takeBack } from './bank-commands';
import { accountText } from './bank-words';
import styles from './bank.module.css';

interface AccountsDrawerProps {
  readonly opened: boolean;
  readonly page: BankPage | null;
  readonly onClose: () => void;
}

/** Accounts with what they hold, and the statements that were taken over. */
export function AccountsDrawer({ opened, page, onClose }: AccountsDrawerProps) {
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <SideDrawer title={opened ? t('bank.accounts') : null} onClose={onClose} testId="bank-accounts">
      {page === null ? null : (
        <>
          <ul className={styles['list']}>
            {page.accounts.map((each) => (
              <li key={each.account.id}>
                {edited === each.account.id ? (
                  <AccountForm account={each} onDone={() => setEdited(null)} />
                ) : (
                  <AccountItem each={each} onEdit={() => setEdited(each.account.id)} />
                )}
              </li>
            ))}
          </ul>
          {edited === 'new' ? (
            <AccountForm account={null} onDone={() => setEdited(null)} />
          ) : (
            <Button variant="default" mt={8} onClick={() => setEdited('new')}>
              {t('bank.addAccount')}
            </Button>
          )}
          <h3 className={styles['subtitle']}>{t('bank.statements')}</h3>
          {page.imports.length === 0 ? <p className={styles['quiet']}>{t('bank.noStatements')}</p> : null}
          <ul className={styles['list']}>
            {page.imports.map(({ id, fileName, createdAt, applied, problems }) => (
              <li key={id} className={styles['payout']} data-testid="bank-import">
                <span className={styles['grow']}>
                  <span className="archvd-strong">{fileName}</span>{' '}
                  <span className={styles['quiet']}>
                    {dateText(createdAt)} · {t('bank.linesOf', applied, [countText(applied)])}
                    {problems.length === 0
                      ? ''
                      : ` · ${t('bank.leftOut', problems.length, [countText(problems.length)])}`}
                  </span>
                </span>
                <Button size="compact-xs" variant="default" onClick={() => void takeBack([id])}>
                  {t('bank.takeBack')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </SideDrawer>
  );
}

function AccountItem({
  each: { account, lines, last },
  onEdit,
}: {
  readonly each: BankAccount;
  readonly onEdit: () => void;
}) {
  return (
    <div className={styles['payout']}>
      <span className={styles['grow']}>
        <span className="archvd-strong">{accountText(account)}</span>{' '}
        <span className={styles['quiet']}>
          {account.currency} · {t('bank.linesOf', lines, [countText(lines)])}
          {last === null ? '' : ` · ${t('bank.until', [calendarDayText(last)])}`}
        </span>
      </span>
      <ActionIcon variant="subtle" color="gray" aria-label={t('bank.rename', [account.name])} onClick={onEdit}>
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('bank.removeAccount', [account.name])}
        onClick={() => void removeAccount(account.id)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  );
}

function AccountForm({ account, onDone }: { readonly account: BankAccount | null; readonly onDone: () => void }) {
  const [name, setName] = useState(account?.account.name ?? '');
  const [currency, setCurrency] = useState<string>(account?.account.currency ?? 'GBP');
  const [problem, setProblem] = useState<string | null>(null);
  useTyped([name, currency]);
  const save = async () => {
    const told = { name, number: account?.account.number ?? '', currency };
    const refused = await saveAccount({ id: account?.account.id ?? null, account: told });
    if (refused === null) onDone();
    else setProblem(refused);
  };
  return (
    <form
      className={styles['accountForm']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={t('bank.accountName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem}
        data-autofocus
      />
      <NativeSelect
        label={t('bank.currency')}
        value={currency}
        disabled={account !== null && account.lines > 0}
        onChange={(event) => setCurrency(event.currentTarget.value)}
        data={[...CURRENCY_CODES]}
      />
      <Button type="submit">{t('action.save')}</Button>
    </form>
  );
}
