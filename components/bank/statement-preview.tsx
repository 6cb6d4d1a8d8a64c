import { NativeSelect } from '@mantine/core';
import { CURRENCY_CODES } from '@/lib/domain/money/currency';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import type { ReadStatement, Statement } from '@/lib/files/statement';
import { countFresh, type BankFilesBooks } from '@/lib/queries/bank-files';
import { useLive } from '../bridge/use-live';
import { DatedLines, UnreadLines } from '../ui/file-preview';
import { calendarDayText, countText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { accountText, lineProblemText } from './bank-words';
import styles from './bank.module.css';
import type { StatementFile } from './use-statement';

type Read = Extract<ReadStatement, { ok: true }>;

interface StatementPreviewProps {
  readonly read: Read;
  readonly file: StatementFile;
  readonly books: BankFilesBooks | null;
  readonly targetOf: (nth: number) => string;
  readonly onTarget: (nth: number, target: string) => void;
}

/** What the file holds, what of it is new, and what must be said before it can be read. */
export function StatementPreview({ read, file, books, targetOf, onTarget }: StatementPreviewProps) {
  const { problems, statements } = read;
  const namesCurrency = statements.every(({ currency }) => currency !== null);
  return (
    <section aria-label={t('bank.preview')} className={styles['fields']}>
      {read.needs === null && file.order === null ? null : (
        <NativeSelect
          label={t('bank.orderAsk')}
          description={t('bank.orderHint', [read.examples.join(', ')])}
          value={file.order ?? ''}
          onChange={(event) => file.setOrder((event.currentTarget.value || null) as DayOrder | null)}
          data={[
            { value: '', label: t('bank.orderNone') },
            { value: 'day-first', label: t('bank.dayFirst') },
            { value: 'month-first', label: t('bank.monthFirst') },
          ]}
        />
      )}
      {namesCurrency ? null : (
        <NativeSelect
          label={t('bank.currency')}
          description={t('bank.currencyHint')}
          value={file.currency}
          onChange={(event) => file.setCurrency(event.currentTarget.value)}
          data={[...CURRENCY_CODES]}
        />
      )}
      <UnreadLines
        title={t('bank.leftOut', problems.length, [countText(problems.length)])}
        lines={problems}
        why={({ line, reason }) => `${t('bank.lineAt', [String(line)])} ${lineProblemText(reason)}`}
      />
      {statements.map((statement, nth) => (
        <OneStatement
          // A file tells its accounts in an order that stays.
          key={`${statement.number}|${String(nth)}`}
          statement={statement}
          format={read.format}
          books={books}
          target={targetOf(nth)}
          onTarget={(target) => onTarget(nth, target)}
        />
      ))}
    </section>
  );
}

interface OneStatementProps {
  readonly statement: Statement;
  readonly format: Read['format'];
  readonly books: BankFilesBooks | null;
  readonly target: string;
  readonly onTarget: (target: string) => void;
}

function OneStatement({ statement, format, books, target, onTarget }: OneStatementProps) {
  const { number, lines } = statement;
  const accountId = target === 'new' ? null : target;
  const counted = useLive(
    (db) => countFresh(db, accountId, lines, format),
    [accountId, number, lines.length, lines[0]?.bookedOn, format],
  );
  const currency = lines[0]?.amount.currency;
  const accounts = (books?.accounts ?? []).filter((account) => account.currency === currency);
  if (lines.length === 0) return null;
  return (
    <section className={styles['statement']} aria-label={number === '' ? t('bank.account') : number}>
      <NativeSelect
        label={number === '' ? t('bank.intoAccount') : t('bank.accountInto', [number])}
        value={target}
        onChange={(event) => onTarget(event.currentTarget.value)}
        data={[
          ...accounts.map((account) => ({ value: account.id, label: accountText(account) })),
          { value: 'new', label: t('bank.newAccount') },
        ]}
      />
      <p role="status" data-testid="statement-counts">
        {counted.value === null
          ? t('state.loading')
          : t('bank.freshAndKnown', [countText(counted.value.fresh), countText(counted.value.known)])}
      </p>
      <DatedLines
        lines={lines}
        show={({ line, bankId, bookedOn, payee, text, amount }) => ({
          key: `${line}|${bankId ?? ''}|${amount.minor}`,
          day: calendarDayText(bookedOn),
          name: payee,
          below: text,
          figure: moneyText(amount, { cents: 'fixed' }),
        })}
        more={(left) => t('bank.andMore', [countText(left)])}
      />
    </section>
  );
}
