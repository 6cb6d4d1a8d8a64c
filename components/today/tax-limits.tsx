import { Anchor, CloseButton, Group } from '@mantine/core';
import { IconReceiptTax } from '@tabler/icons-react';
import type { ThresholdReading } from '@/lib/domain/tax/thresholds';
import { platformText } from '../bridge/sale-platform';
import { ruleText } from '../bridge/tax-rule-words';
import { countText, moneyText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import { useTaxLimits } from './use-tax-limits';

/** Limits of taxes that fill up, in one quiet line; put away, it comes back when one reaches its next level. */
export function TaxLimits() {
  const { limits, dismiss } = useTaxLimits();
  const [first] = limits;
  if (first === undefined) return null;
  const more = limits.length - 1;
  return (
    <div data-testid="tax-limits">
      <Banner
        tone="quiet"
        icon={IconReceiptTax}
        action={
          <Group gap="xs" wrap="nowrap">
            <Anchor href={routeHref({ screen: 'tax', view: 'limits' })}>{t('today.limitShow')}</Anchor>
            <CloseButton aria-label={t('today.limitDismiss')} title={t('today.limitDismiss')} onClick={dismiss} />
          </Group>
        }
      >
        {limitText(first)}
        {more === 0 ? null : ` ${t('today.limitMore', more, [countText(more)])}`}
      </Banner>
    </div>
  );
}

function limitText(reading: ThresholdReading): string {
  const { rule, platform, state } = reading;
  const name =
    platform === null ? ruleText(rule.id) : t('tax.perPlatform', [platformText(platform), ruleText(rule.id)]);
  const filled = [amountText(reading), salesText(reading)].filter((part) => part !== '').join(', ');
  return state === 'over' ? t('today.limitOver', [name, filled]) : t('today.limitNear', [name, filled]);
}

function amountText({ reached, limit }: ThresholdReading): string {
  const amount = moneyText(reached, { cents: 'none' });
  return limit === null ? amount : t('today.limitOf', [amount, moneyText(limit, { cents: 'none' })]);
}

function salesText({ sales, salesLimit }: ThresholdReading): string {
  return salesLimit === null || salesLimit === 0 ? '' : t('today.limitSales', sales, [countText(sales)]);
}
