import { TagsInput } from '@mantine/core';
import type { ScopeChoices } from '@/lib/queries/scope-choices';
import { t } from '../ui/text';
import styles from './editor.module.css';
import type { RuleForm } from './rule-form';
import { Choice, FigureInput } from './rule-inputs';

interface ScopeFieldsProps {
  readonly form: RuleForm;
  /** What is for sale now; null: it is being read. */
  readonly choices: ScopeChoices | null;
}

/** Which listings the rule is about, picked from what is for sale. */
export function ScopeFields({ form, choices }: ScopeFieldsProps) {
  const { draft, change } = form;
  return (
    <fieldset className={styles['group']}>
      <legend>{t('ruleEdit.scope')}</legend>
      <p className={styles['hint']}>{t('ruleEdit.scopeHint')}</p>
      <Names form={form} field="brands" label={t('ruleEdit.brands')} data={choices?.brands ?? []} />
      <Names form={form} field="styleCodes" label={t('ruleEdit.styleCodes')} data={choices?.styleCodes ?? []} />
      <div className={styles['two']}>
        <Names form={form} field="sizes" label={t('ruleEdit.sizes')} data={(choices?.usSizes ?? []).map(String)} />
        <Names form={form} field="tags" label={t('ruleEdit.tags')} data={choices?.tags ?? []} />
      </div>
      <div className={styles['two']}>
        <FigureInput form={form} field="ageFrom" label={t('ruleEdit.ageFrom')} unit="none" />
        <FigureInput form={form} field="ageTo" label={t('ruleEdit.ageTo')} unit="none" />
        <FigureInput form={form} field="priceFrom" label={t('ruleEdit.priceFrom')} unit="amount" />
        <FigureInput form={form} field="priceTo" label={t('ruleEdit.priceTo')} unit="amount" />
      </div>
      <Choice
        label={t('ruleEdit.consigned')}
        value={draft.consigned}
        onChange={(consigned) => change({ consigned })}
        choices={[
          ['any', t('ruleEdit.anywhere')],
          ['with-you', t('ruleEdit.withYouOnly')],
          ['consigned', t('ruleEdit.consignedOnly')],
        ]}
      />
    </fieldset>
  );
}

interface NamesProps {
  readonly form: RuleForm;
  readonly field: 'brands' | 'styleCodes' | 'sizes' | 'tags';
  readonly label: string;
  readonly data: readonly string[];
}

function Names({ form, field, label, data }: NamesProps) {
  const problem = form.problem(field);
  const value = form.draft[field];
  return (
    <TagsInput
      label={label}
      data={[...data]}
      value={[...value]}
      onChange={(next) => form.change({ [field]: next })}
      placeholder={value.length === 0 ? t('ruleEdit.anyValue') : ''}
      error={problem === undefined ? undefined : <span role="alert">{problem}</span>}
      acceptValueOnBlur
      openOnFocus={false}
      maxDropdownHeight={220}
      limit={100}
    />
  );
}
