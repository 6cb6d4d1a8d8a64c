import { t } from '../ui/text';
import styles from './editor.module.css';
import type { RuleForm } from './rule-form';
import { Choice, FigureInput, TargetInputs } from './rule-inputs';

/** Between what and what the rule may move a price. Neither end can be left out. */
export function BoundsFields({ form }: { readonly form: RuleForm }) {
  const { draft, change } = form;
  const byAmount = draft.ceilingKind === 'amount';
  return (
    <fieldset className={styles['group']}>
      <legend>{t('ruleEdit.bounds')}</legend>
      <div className={styles['two']}>
        <TargetInputs
          form={form}
          kindField="floorKind"
          field="floor"
          kindLabel={t('ruleEdit.floorKind')}
          label={t('ruleEdit.floorValue')}
        />
        <FigureInput
          form={form}
          field="ownMinimum"
          label={t('ruleEdit.ownMinimum')}
          hint={t('ruleEdit.ownMinimumHint')}
          unit="amount"
        />
      </div>
      <div className={styles['two']}>
        <Choice
          label={t('ruleEdit.ceilingKind')}
          value={draft.ceilingKind}
          onChange={(ceilingKind) => {
            // A share is no amount: what stood there would mean something else.
            const other = (ceilingKind === 'amount') !== byAmount;
            change({ ceilingKind, ...(other ? { ceiling: ceilingKind === 'amount' ? '' : '150' } : {}) });
          }}
          choices={[
            ['last-sale', t('ruleEdit.ofLastSale')],
            ['median-sale', t('ruleEdit.ofMedianSale')],
            ['lowest-ask', t('ruleEdit.ofLowestAsk')],
            ['floor', t('ruleEdit.ofFloor')],
            ['amount', t('ruleEdit.ofAmount')],
          ]}
        />
        <FigureInput
          form={form}
          field="ceiling"
          label={byAmount ? t('ruleEdit.ceilingAmount') : t('ruleEdit.ceilingValue')}
          unit={byAmount ? 'amount' : 'percent'}
        />
      </div>
    </fieldset>
  );
}
