import { NativeSelect, TextInput } from '@mantine/core';
import type { RuleForm, TextFieldName } from './rule-form';
import { t } from '../ui/text';

interface FieldProps {
  readonly form: RuleForm;
  readonly field: TextFieldName;
  readonly label: string;
  readonly hint?: string;
}

interface MarkedProps extends FieldProps {
  readonly unit: 'amount' | 'percent' | 'none';
  readonly placeholder?: string;
}

const UNITS = {
  amount: { leftSection: <span className="archvd-figure">USD</span>, leftSectionWidth: 46 },
  percent: { rightSection: '%' },
  none: {},
} as const;

/** A figure of the rule, with what it is counted in inside the field. */
export function FigureInput({ form, field, label, hint, unit, placeholder }: MarkedProps) {
  const problem = form.problem(field);
  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={form.draft[field]}
      error={problem === undefined ? undefined : <span role="alert">{problem}</span>}
      onChange={(event) => form.change({ [field]: event.currentTarget.value })}
      inputMode={unit === 'none' ? 'numeric' : 'decimal'}
      autoComplete="off"
      placeholder={placeholder}
      data-field={field}
      {...UNITS[unit]}
    />
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly (readonly [value: V, label: string])[];
  readonly onChange: (value: V) => void;
}

/** One of a few. */
export function Choice<V extends string>({ label, value, choices, onChange }: ChoiceProps<V>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={choices.map(([each, text]) => ({ value: each, label: text }))}
      onChange={(event) => {
        const next = choices.find(([each]) => each === event.currentTarget.value);
        if (next !== undefined) onChange(next[0]);
      }}
    />
  );
}

type Target = 'break-even' | 'margin' | 'roi' | 'profit';

interface TargetProps {
  readonly form: RuleForm;
  readonly kindField: 'holdKind' | 'floorKind';
  readonly field: 'hold' | 'floor';
  readonly kindLabel: string;
  readonly label: string;
}

/** What a sale must bring: break-even, or so much above it. */
export function TargetInputs({ form, kindField, field, kindLabel, label }: TargetProps) {
  const kind: Target = form.draft[kindField];
  return (
    <>
      <Choice
        label={kindLabel}
        value={kind}
        onChange={(next) => form.change({ [kindField]: next })}
        choices={[
          ['break-even', t('ruleEdit.breakEven')],
          ['roi', t('ruleEdit.withRoi')],
          ['margin', t('ruleEdit.withMargin')],
          ['profit', t('ruleEdit.withProfit')],
        ]}
      />
      {kind === 'break-even' ? null : (
        <FigureInput form={form} field={field} label={label} unit={kind === 'profit' ? 'amount' : 'percent'} />
      )}
    </>
  );
}
