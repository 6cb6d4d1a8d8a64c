import { IconHandStop } from '@tabler/icons-react';
import { RuleParts, type RulePart } from '../bridge/rule-parts';
import { SellingTabs } from '../bridge/selling-tabs';
import { stoppedText } from '../bridge/stopped-words';
import { useRepricing } from '../bridge/use-repricing';
import { routeHref } from '../ui/route';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import styles from './rules.module.css';

/** Where one is in Selling, the parts of this screen, and why repricing stopped if it did. */
export function RulesTools({ part }: { readonly part: RulePart }) {
  const { value: now } = useRepricing();
  return (
    <>
      <SellingTabs />
      <RuleParts part={part} />
      {now === null || now.stopped === null || now.mode !== 'paused' ? null : (
        <div className={styles['banner']} data-testid="stopped">
          <Banner
            tone="needs-you"
            icon={IconHandStop}
            action={
              part === 'run' ? null : <a href={routeHref({ screen: 'rules', view: 'run' })}>{t('repricing.look')}</a>
            }
          >
            {t('repricing.banner', [stoppedText(now.stopped)])}
          </Banner>
        </div>
      )}
    </>
  );
}
