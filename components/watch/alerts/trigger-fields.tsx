import { NativeSelect, TextInput } from '@mantine/core';
import type { AlertKind } from '@/lib/domain/alerts/alert';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { t } from '../../ui/text';
import type { AlertDraft, DraftProblems } from './alert-draft';
import styles from './alerts.module.css';
import { ALERT_KINDS, kindText } from './alert-words';

interface FieldsProps {
  readonly draft: AlertDraft;
  /** What a bare amount means. */
  readonly currency: CurrencyCode;
  readonly problems: DraftProblems;
  readonly onChange: (part: Partial<AlertDraft>) => void;
}

type Field = 'amount' | 'percent' | 'hours' | 'count';

const FIELDS: Record<AlertKind, readonly Field[]> = {
  'ask-at-or-below': ['amount'],
  'offer-at-or-above': ['amount'],
  'sold-at-or-below': ['amount'],
  'net-at-or-above': ['amount'],
  'roi-at-or-above': ['percent'],
  'under-median': ['percent'],
  drop: ['percent', 'hours'],
  'sales-per-week-above': ['count'],
  'few-sizes-left': ['count'],
  'release-tomorrow': [],
};

/** What it waits for, and the figures of that. */
export function TriggerFields(props: FieldsProps) {
  const { draft, onChange } = props;
  return (
    <div className={styles['trigger']}>
      <NativeSelect
        label={t('watchAlert.when')}
        value={draft.kind}
        data={ALERT_KINDS.map((kind) => ({ value: kind, label: kindText(kind) }))}
        onChange={(event) => {
          const kind = ALERT_KINDS.find((each) => each === event.currentTarget.value);
          if (kind !== undefined) onChange({ kind });
        }}
        data-autofocus
      />
      {FIELDS[draft.kind].map((field) => (
        <FigureField key={field} {...props} field={field} />
      ))}
    </div>
  );
}

function FigureField({ draft, currency, problems, onChange, field }: FieldsProps & { readonly field: Field }) {
  const words: Record<Field, string> = {
    amount: draft.kind === 'net-at-or-above' ? t('watchAlert.profit') : t('watchAlert.price'),
    percent: t('watchAlert.percent'),
    hours: t('watchAlert.hours'),
    count: t('watchAlert.count'),
  };
  const problem = problems[field];
  return (
    <TextInput
      label={words[field]}
      value={draft[field]}
      inputMode={field === 'hours' || field === 'count' ? 'numeric' : 'decimal'}
      autoComplete="off"
      error={problem === undefined ? undefined : <span role="alert">{problem}</span>}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      {...(field === 'amount'
        ? { leftSection: <span className={styles['unit']}>{currency}</span>, leftSectionWidth: 48 }
        : {})}
      {...(field === 'percent' ? { rightSection: '%' } : {})}
    />
  );
}
