import { Anchor } from '@mantine/core';
import { platformText } from '../bridge/sale-platform';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './files.module.css';

const READS: readonly (readonly [name: () => string, reports: () => string])[] = [
  [() => platformText('stockx'), () => t('imports.reads.stockx')],
  [() => t('imports.reads.aliasName'), () => t('imports.reads.alias')],
  [() => platformText('ebay'), () => t('imports.reads.ebay')],
  [() => platformText('depop'), () => t('imports.reads.depop')],
  [() => platformText('shopify'), () => t('imports.reads.shopify')],
  [() => t('imports.reads.cardtraderName'), () => t('imports.reads.cardtrader')],
  [() => t('imports.reads.ownName'), () => t('imports.reads.own')],
];

/** What files are known, before one is chosen: nobody has to try to find out. */
export function ImportReads() {
  return (
    <section aria-label={t('imports.reads.title')} className={styles['reads']} data-testid="import-reads">
      <h2>{t('imports.reads.title')}</h2>
      <dl>
        {READS.map(([name, reports]) => (
          <div key={name()}>
            <dt>{name()}</dt>
            <dd>{reports()}</dd>
          </div>
        ))}
        <div>
          <dt>{t('nav.bank')}</dt>
          <dd>
            {t('imports.reads.bank')}{' '}
            <Anchor href={routeHref({ screen: 'bank' })} inherit underline="always">
              {t('imports.reads.bankLink')}
            </Anchor>
          </dd>
        </div>
      </dl>
    </section>
  );
}
