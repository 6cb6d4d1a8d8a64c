import { t } from '../ui/text';
import { Choice, FigureInput, TargetInputs } from './rule-inputs';
import type { RuleForm } from './rule-form';
import styles from './editor.module.css';

/** An experiment that runs, as far as choosing it goes. */
export interface RunningExperiment {
  readonly id: string;
  readonly name: string;
}

export interface StrategyFieldsProps {
  readonly form: RuleForm;
  readonly experiments: readonly RunningExperiment[];
}

/** Where the rule wants the price, and what it does where there is nothing to follow. */
export function StrategyFields({ form, experiments }: StrategyFieldsProps) {
  const { draft, change } = form;
  const offersExperiment = experiments.length > 0 || draft.strategy === 'experiment';
  return (
    <fieldset className={styles['group']}>
      <legend>{t('ruleEdit.strategy')}</legend>
      <Choice
        label={t('ruleEdit.strategyKind')}
        value={draft.strategy}
        onChange={(strategy) => change({ strategy })}
        choices={[
          ['position', t('ruleEdit.position')],
          ['margin', t('ruleEdit.margin')],
          ['velocity', t('ruleEdit.velocity')],
          ['aging', t('ruleEdit.aging')],
          ['dynamic', t('ruleEdit.dynamic')],
          ...(offersExperiment ? [['experiment', t('ruleEdit.experiment')] as const] : []),
        ]}
      />
      <div className={styles['two']}>
        <OwnFields form={form} experiments={experiments} />
      </div>
      <div className={styles['two']}>
        <Choice
          label={t('ruleEdit.alone')}
          value={draft.alone}
          onChange={(alone) => change({ alone })}
          choices={[
            ['hold', t('ruleEdit.aloneHold')],
            ['ceiling', t('ruleEdit.aloneCeiling')],
            ['last-sale', t('ruleEdit.aloneLastSale')],
          ]}
        />
        <Choice
          label={t('ruleEdit.belowFloor')}
          value={draft.belowFloor}
          onChange={(belowFloor) => change({ belowFloor })}
          choices={[
            ['floor', t('ruleEdit.belowFloorFloor')],
            ['hold', t('ruleEdit.belowFloorHold')],
            ['ceiling', t('ruleEdit.belowFloorCeiling')],
          ]}
        />
      </div>
    </fieldset>
  );
}

/** The fields of the chosen strategy. */
function OwnFields({ form, experiments }: StrategyFieldsProps) {
  const { draft, change } = form;
  switch (draft.strategy) {
    case 'position':
      return (
        <>
          <Choice
            label={t('ruleEdit.side')}
            value={draft.side}
            onChange={(side) => change({ side })}
            choices={[
              ['below', t('ruleEdit.below')],
              ['match', t('ruleEdit.match')],
              ['above', t('ruleEdit.above')],
            ]}
          />
          {draft.side === 'match' ? null : (
            <FigureInput
              form={form}
              field="distance"
              label={t('ruleEdit.distance')}
              hint={t('ruleEdit.distanceHint')}
              unit="none"
            />
          )}
        </>
      );
    case 'velocity':
      return (
        <FigureInput form={form} field="days" label={t('ruleEdit.days')} hint={t('ruleEdit.daysHint')} unit="none" />
      );
    case 'margin':
      return (
        <>
          <TargetInputs
            form={form}
            kindField="holdKind"
            field="hold"
            kindLabel={t('ruleEdit.hold')}
            label={t('ruleEdit.holdAmount')}
          />
          <FigureInput
            form={form}
            field="distance"
            label={t('ruleEdit.followBy')}
            hint={t('ruleEdit.distanceHint')}
            unit="none"
          />
        </>
      );
    case 'aging':
      return <AgingFields form={form} />;
    case 'dynamic':
      return (
        <>
          <FigureInput form={form} field="step" label={t('ruleEdit.stepBoth')} unit="percent" />
          <FigureInput form={form} field="quietDays" label={t('ruleEdit.quietDays')} unit="none" />
        </>
      );
    case 'experiment':
      return (
        <Choice
          label={t('ruleEdit.experimentId')}
          value={draft.experimentId}
          onChange={(experimentId) => change({ experimentId })}
          choices={[
            ['', experiments.length === 0 ? t('ruleEdit.experimentNone') : '-'] as const,
            ...experiments.map(({ id, name }) => [id, name] as const),
          ]}
        />
      );
  }
}

function AgingFields({ form }: { readonly form: RuleForm }) {
  return (
    <>
      <FigureInput form={form} field="afterDays" label={t('ruleEdit.afterDays')} unit="none" />
      <FigureInput form={form} field="everyDays" label={t('ruleEdit.everyDays')} unit="none" />
      <FigureInput form={form} field="step" label={t('ruleEdit.step')} unit="percent" />
      <FigureInput form={form} field="most" label={t('ruleEdit.most')} unit="percent" />
      <FigureInput
        form={form}
        field="revertAfter"
        label={t('ruleEdit.revertAfter')}
        hint={t('ruleEdit.revertHint')}
        unit="none"
      />
    </>
  );
}
