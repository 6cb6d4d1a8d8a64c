import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { ReadStatement, Statement } from '@/lib/files/statement';
import { bankFilesBooks, type BankFilesBooks } from '@/lib/queries/bank-files';
import type { MessageInput } from '@/lib/messaging/protocol';
import { SaveForm } from '../bridge/save-form';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { countText } from '../ui/format';
import { FilePlace } from '../ui/file-place';
import { ProblemText } from '../ui/problem-text';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { importLines } from './bank-commands';
import { fileProblemText, lineProblemText } from './bank-words';
import styles from './bank.module.css';
import { ReadingFile } from './reading-file';
import { StatementPreview } from './statement-preview';
import { TableColumns } from './table-columns';
import { useStatement } from './use-statement';

const ACCEPT = '.ofx,.qfx,.qif,.xml,.csv,.tsv,.txt';

interface ImportStatementProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A statement: looked at first, account by account, and only then taken over. */
export function ImportStatement({ opened, onClose }: ImportStatementProps) {
  const live = useLive(bankFilesBooks, []);
  const [display] = useSetting('displayCurrency');
  return (
    <TaskDrawer opened={opened} title={t('bank.import')} onClose={onClose} testId="bank-import-form" width={600}>
      {display === null ? null : <Import books={live.value} display={display} onClose={onClose} />}
    </TaskDrawer>
  );
}

/** Where the lines of each statement of the file go: an account's id, or `new`. */
type Targets = Readonly<Record<number, string>>;

interface ImportProps {
  readonly books: BankFilesBooks | null;
  readonly display: CurrencyCode;
  readonly onClose: () => void;
}

function Import({ books, display, onClose }: ImportProps) {
  const file = useStatement(books, display);
  const [targets, setTargets] = useState<Targets>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { read } = file;
  const statements = read?.ok === true ? read.statements : [];
  const lines = statements.reduce((count, each) => count + each.lines.length, 0);
  const targetOf = (nth: number) => targets[nth] ?? accountFor(statements[nth], books);
  const save = async () => {
    if (read?.ok !== true || lines === 0 || busy || file.share !== null) return;
    setBusy(true);
    const inputs = statements.flatMap((statement, nth) =>
      statement.lines.length === 0 ? [] : [inputOf(read, statement, file, targetOf(nth))],
    );
    const refused = await importLines(inputs);
    setBusy(false);
    if (refused === null) onClose();
    else setRefusal(refused);
  };
  return (
    <SaveForm
      label={t('bank.import')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      save={lines === 0 ? t('bank.takeOver') : t('bank.takeOverCount', lines, [countText(lines)])}
      disabled={lines === 0}
    >
      <p className={styles['quiet']}>{t('bank.importText')}</p>
      <FilePlace choose={t('bank.chooseFile')} accept={ACCEPT} onFile={(chosen) => void file.choose(chosen)}>
        {file.name ?? t('bank.dropHere')}
      </FilePlace>
      <ProblemText text={refusal} />
      {file.share === null ? null : <ReadingFile share={file.share} onStop={file.forget} />}
      {read === null ? null : (
        <>
          <ProblemText text={read.ok ? null : fileProblemText(read.problem)} />
          {read.table === null ? null : (
            <TableColumns table={read.table} isOpen={!read.ok} onChange={file.setColumns} />
          )}
          {read.ok ? (
            <StatementPreview
              read={read}
              file={file}
              books={books}
              targetOf={targetOf}
              onTarget={(nth, target) => setTargets((before) => ({ ...before, [nth]: target }))}
            />
          ) : null}
        </>
      )}
    </SaveForm>
  );
}

/** The account with that number; the only one of that currency when the file names none; else a new one. */
function accountFor(statement: Statement | undefined, books: BankFilesBooks | null): string {
  if (statement === undefined || books === null) return 'new';
  const currency = statement.lines[0]?.amount.currency;
  const fitting = books.accounts.filter((account) => currency === undefined || account.currency === currency);
  if (statement.number === '') return fitting.length === 1 ? (fitting[0]?.id ?? 'new') : 'new';
  return fitting.find(({ number }) => number === statement.number)?.id ?? 'new';
}

type Read = Extract<ReadStatement, { ok: true }>;

function inputOf(
  read: Read,
  { number, currency, lines }: Statement,
  file: ReturnType<typeof useStatement>,
  target: string,
): MessageInput<'bank/import'> {
  const name = number === '' ? t('bank.account') : t('bank.accountOf', [number.slice(-4)]);
  const account = { name, number, currency: lines[0]?.amount.currency ?? currency ?? file.currency };
  return {
    fileName: (file.name ?? '').slice(0, 200),
    digest: number === '' ? file.digest : `${file.digest.slice(0, 60)}:${number.slice(-16)}`,
    format: read.format,
    account: target === 'new' ? account : { id: target },
    lines: lines.map(({ bankId, bookedOn, amount, payee, text }) => ({ bankId, bookedOn, amount, payee, text })),
    problems: read.problems.slice(0, 1000).map(({ line, reason, text }) => ({
      line,
      message: `${lineProblemText(reason)} ${text}`.slice(0, 400),
    })),
    mapping: read.table === null ? null : { header: [...read.table.headings], settings: { ...read.table.columns } },
  };
}
