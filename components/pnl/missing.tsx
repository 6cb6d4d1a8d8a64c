import { Button, Menu } from '@mantine/core';
import { IconLink, IconReceiptOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Pair } from '@/lib/domain/inventory/pair';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { missingCosts, type MissingCost } from '@/lib/queries/missing-costs';
import { ask } from '../bridge/ask';
import { CostField } from '../bridge/cost-field';
import { offerUndo } from '../bridge/offer-undo';
import { platformText } from '../bridge/sale-platform';
import { useLive } from '../bridge/use-live';
import { countText, dateText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { Part } from './part';
import styles from './pnl.module.css';

const STEP = 50;

/** Sales of which nobody has said what the pair cost, each with the ways to say it. */
export function Missing() {
  const [limit, setLimit] = useState(STEP);
  const live = useLive((books) => missingCosts(books, limit), [limit]);
  return (
    <Part live={live}>
      {({ total, rows }) =>
        total === 0 ? (
          <EmptyState icon={IconReceiptOff} title={t('pnl.noneMissing')} text={t('pnl.noneMissingText')} />
        ) : (
          <Section title={t('pnl.missingTitle', total, [countText(total)])}>
            <p className={styles['note']}>{t('pnl.missingNote')}</p>
            <ul className={styles['lines']}>
              {rows.map((row) => (
                <Row key={row.sale.id} {...row} />
              ))}
            </ul>
            {total > rows.length ? (
              <Button variant="default" size="compact-sm" mt="sm" onClick={() => setLimit(limit + 2 * STEP)}>
                {t('pnl.showMore')}
              </Button>
            ) : null}
          </Section>
        )
      }
    </Part>
  );
}

function Row({ sale, pair, candidates }: MissingCost) {
  const size = pair === null ? '' : ` · ${formatSize(pair.size)}`;
  const name = sale.name === '' ? sale.rawSku : sale.name;
  return (
    <li>
      <div className={styles['lineName']}>
        {pair === null ? (
          name
        ) : (
          <a className={styles['name']} href={routeHref({ screen: 'inventory', pair: pair.id })}>
            {name}
          </a>
        )}
        <div className={styles['lineFacts']}>
          {pair?.styleCode ?? sale.rawSku}
          {size} · {platformText(sale.marketplace)} · {dateText(sale.soldAt)} · <MoneyFigure amount={sale.price} />
        </div>
      </div>
      {pair === null ? (
        <span className={styles['lineFacts']}>{t('pnl.pairGone')}</span>
      ) : (
        <div className={styles['ways']}>
          {candidates.length === 0 ? null : <Match pair={pair} candidates={candidates} />}
          <CostField pair={pair} />
        </div>
      )}
    </li>
  );
}

/** The pair in stock that was really sold: its cost, day and notes go to the sold one, and it leaves the stock. */
function Match({ pair, candidates }: { readonly pair: Pair; readonly candidates: readonly Pair[] }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconLink size={14} />}>
          {t('pnl.match')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('pnl.matchWhich')}</Menu.Label>
        {candidates.map((each) => (
          <Menu.Item key={each.id} onClick={() => void match(pair, each)}>
            {candidateText(each)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function candidateText({ cost, boughtAt, supplier, location }: Pair): string {
  const parts = [
    cost === null ? '' : moneyText(cost),
    boughtAt === null ? '' : dateText(boughtAt),
    supplier ?? '',
    location ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

async function match(pair: Pair, from: Pair): Promise<void> {
  const asked = await ask('pair/take-over', { pairId: pair.id, fromPairId: from.id });
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(t('pnl.matched', [pair.name]), asked.value.undoId);
}
