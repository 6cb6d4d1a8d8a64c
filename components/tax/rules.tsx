import { Anchor } from '@mantine/core';
import { ruleText } from '../bridge/tax-rule-words';
import { money } from '@/lib/domain/money/money';
import { rulesOf } from '@/lib/domain/tax/rules/all-rules';
import type { TaxRule } from '@/lib/domain/tax/rules/rule';
import { taxCurrency } from '@/lib/domain/tax/tax-country';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { countText, moneyText } from '../ui/format';
import { Pill } from '../ui/pill';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { assumptionTexts } from './assumption-texts';
import styles from './tax.module.css';
import { certaintyText, ruleSourceText } from './tax-words';

/** Every rule behind the figures with its source, and what is taken for granted besides. */
export function Rules({ profile }: { readonly profile: TaxProfile }) {
  const rules = profile.country === null ? [] : rulesOf(profile.country);
  return (
    <div className={styles['column']}>
      <Section
        title={t('tax.assumptions')}
        action={<Anchor href={routeHref({ screen: 'tax', view: 'setup' })}>{t('tax.changeSetup')}</Anchor>}
      >
        <ul className={styles['bullets']}>
          {assumptionTexts(profile).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('tax.tabRules')}>
        <p className={styles['quiet']}>{t('tax.rulesText')}</p>
        {rules.map((rule) => (
          <article key={`${rule.id}|${rule.from}`} className={styles['rule']}>
            <h3>
              {ruleText(rule.id)} <span className="archvd-figure">{valueText(rule)}</span>
              <Pill tone={rule.certainty === 'seen' ? 'plain' : 'needs-you'}>{certaintyText(rule.certainty)}</Pill>
            </h3>
            <p className={styles['quiet']}>{ruleSourceText(rule)}</p>
          </article>
        ))}
      </Section>
    </div>
  );
}

/** `£90,000`, `20 %`, `€2,000, 30 sales`. */
function valueText({ country, id, amount, count, basisPoints }: TaxRule): string {
  const currency = country === 'EU' || id === 'gb-platform-reporting' ? 'EUR' : taxCurrency(country);
  const parts = [
    basisPoints === undefined ? '' : `${String(basisPoints / 100)} %`,
    amount === undefined ? '' : moneyText(money(amount, currency)),
    count === undefined || count === 0 ? '' : `${countText(count)} ${t('tax.sales').toLowerCase()}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
