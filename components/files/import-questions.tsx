import { NativeSelect } from '@mantine/core';
import { CURRENCY_CODES, isCurrencyCode } from '@/lib/domain/money/currency';
import type { Answers, Question } from '@/lib/files/formats/format';
import { likelyUnit } from '@/lib/files/formats/alias';
import type { AskedOfFile, ReadEntries } from '@/lib/files/formats/read-entries';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './files.module.css';

interface ImportQuestionsProps {
  readonly read: ReadEntries;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

/** What only the seller knows about a file: asked once, with what stands in it, never guessed. */
export function ImportQuestions({ read, answers, onAnswers }: ImportQuestionsProps) {
  const { asked, dayOrder } = read;
  const open = (question: Question) => asked.find((each) => each.question === question);
  const shows = (question: Question) => open(question) !== undefined || answers[question] !== null;
  return (
    <>
      {dayOrder === null || answers.dayOrder !== null ? null : (
        <p className={styles['quiet']}>
          {dayOrder.order === 'day-first'
            ? t('imports.showsDayFirst', [dayOrder.example])
            : t('imports.showsMonthFirst', [dayOrder.example])}
        </p>
      )}
      {shows('dayOrder') ? (
        <Ask
          asked={open('dayOrder')}
          label={t('imports.ask.dayOrder')}
          value={answers.dayOrder ?? ''}
          onValue={(value) =>
            onAnswers({ ...answers, dayOrder: value === 'day-first' || value === 'month-first' ? value : null })
          }
          choices={[
            { value: 'day-first', label: t('imports.dayFirst') },
            { value: 'month-first', label: t('imports.monthFirst') },
          ]}
        />
      ) : null}
      {shows('currency') ? (
        <Ask
          asked={open('currency')}
          label={t('imports.ask.currency')}
          value={answers.currency ?? ''}
          onValue={(value) => onAnswers({ ...answers, currency: isCurrencyCode(value) ? value : null })}
          choices={CURRENCY_CODES.map((code) => ({ value: code, label: code }))}
        />
      ) : null}
      {shows('unit') ? (
        <Ask
          asked={open('unit')}
          hint={unitHint(open('unit'))}
          label={t('imports.ask.unit')}
          value={answers.unit ?? ''}
          onValue={(value) => onAnswers({ ...answers, unit: value === 'whole' || value === 'cents' ? value : null })}
          choices={[
            { value: 'whole', label: t('imports.whole') },
            { value: 'cents', label: t('imports.cents') },
          ]}
        />
      ) : null}
    </>
  );
}

interface AskProps {
  readonly asked: AskedOfFile | undefined;
  readonly label: string;
  /** What the examples look like; the person decides. */
  readonly hint?: string | null;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function unitHint(asked: AskedOfFile | undefined): string | null {
  if (asked === undefined || asked.examples.length === 0) return null;
  const likely = likelyUnit(asked.examples.map(({ text }) => text));
  return likely === 'cents' ? t('imports.likelyCents') : t('imports.likelyWhole');
}

function Ask({ asked, label, hint = null, value, onValue, choices }: AskProps) {
  const examples = asked?.examples.map(({ line, text }) => t('imports.example', [text, countText(line)])).join(', ');
  const mixed = asked === undefined || asked.mixed.length === 0 ? null : t('imports.mixed', [asked.mixed.join(', ')]);
  const waiting =
    asked === undefined ? null : t('imports.waiting', asked.rows, [countText(asked.rows), examples ?? '']);
  return (
    <div className={styles['question']} data-open={asked !== undefined || undefined}>
      <NativeSelect
        label={label}
        description={[mixed, waiting, hint].filter((each) => each !== null).join(' ') || undefined}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
        data={[{ value: '', label: t('imports.pleaseChoose') }, ...choices]}
      />
    </div>
  );
}
