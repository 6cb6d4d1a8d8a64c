import { Chips } from '../ui/chips';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';

const PARTS = ['list', 'run', 'backtest', 'experiments', 'limits'] as const;

export type RulePart = (typeof PARTS)[number];

/** The parts of the screen of rules: the rules, a run of them, what they would have done, experiments, and the limits. */
export function RuleParts({ part }: { readonly part: RulePart }) {
  const { change } = useRoute();
  const words: Record<RulePart, string> = {
    list: t('rules.list'),
    run: t('rules.run'),
    backtest: t('backtest.title'),
    experiments: t('experiments.title'),
    limits: t('rules.limits'),
  };
  return (
    <Chips
      label={t('rules.sections')}
      value={part}
      onChange={(next) => change({ view: next === 'list' ? null : next, item: null })}
      choices={PARTS.map((value) => ({ value, label: words[value] }))}
    />
  );
}
