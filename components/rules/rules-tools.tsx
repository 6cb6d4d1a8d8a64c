import { IconHandStop } from '@tabler/icons-react';
import { SellingTabs } from '../bridge/selling-tabs';
import { useRepricing } from '../bridge/use-repricing';
import { Chips } from '../ui/chips';
import { routeHref } from '../ui/route';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import styles from './rules.module.css';

const PARTS = ['list', 'run', 'limits'] as const;

export type RulesPart = (typeof PARTS)[number];

/** Where one is in Selling, the parts of this screen, and why repricing stopped if it did. */
export function RulesTools({ part }: { readonly part: RulesPart }) {
  const { change } = useRoute();
  const { value: now } = useRepricing();
  const words = { list: t('rules.list'), run: t('rules.run'), limits: t('rules.limits') };
  return (
    <>
      <SellingTabs />
      <Chips
        label={t('rules.sections')}
        value={part}
        onChange={(next) => change({ view: next === 'list' ? null : next, item: null })}
        choices={PARTS.map((value) => ({ value, label: words[value] }))}
      />
      {now === null || now.stopped === null || now.mode !== 'paused' ? null : (
        <div className={styles['banner']} data-testid="stopped">
          <Banner
            tone="needs-you"
            icon={IconHandStop}
            action={
              part === 'run' ? null : <a href={routeHref({ screen: 'rules', view: 'run' })}>{t('repricing.look')}</a>
            }
          >
            {t('repricing.banner', [now.stopped])}
          </Banner>
        </div>
      )}
    </>
  );
}
