import { formatSize } from '@/lib/domain/sizes/format-size';
import type { WriteOffs, WrittenOff } from '@/lib/queries/write-offs';
import { SideDrawer } from '../bridge/side-drawer';
import { countText, dateText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './pnl.module.css';

interface WriteOffsDrawerProps {
  readonly writeOffs: WriteOffs;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The pairs behind the line of what was written off, the newest first. */
export function WriteOffsDrawer({ writeOffs, opened, onClose }: WriteOffsDrawerProps) {
  return (
    <SideDrawer title={opened ? t('pnl.writeOffs') : null} onClose={onClose} testId="pnl-write-offs">
      <p className={styles['note']}>{t('pnl.writeOffsNote')}</p>
      <ul className={styles['lines']}>
        {writeOffs.rows.toReversed().map((each) => (
          <Row key={each.pair.id} {...each} />
        ))}
      </ul>
    </SideDrawer>
  );
}

/** What of the line nobody can tell; nothing while all is known. */
export function writeOffsUnknown({ unknown }: WriteOffs): string {
  return unknown === 0 ? '' : t('pnl.writeOffsUnknown', unknown, [countText(unknown)]);
}

function Row({ pair, at, cost, otherCosts, expenses, lost }: WrittenOff) {
  const inputs: [string, string][] = [];
  if (cost !== null) inputs.push([t('lines.cost'), moneyText(cost, { cents: 'fixed' })]);
  if (otherCosts !== null) inputs.push([t('lines.otherCosts'), moneyText(otherCosts, { cents: 'fixed' })]);
  if (expenses.minor !== 0) inputs.push([t('pnl.pairExpenses'), moneyText(expenses, { cents: 'fixed' })]);
  return (
    <li>
      <div className={styles['lineName']}>
        <a className={styles['name']} href={routeHref({ screen: 'inventory', pair: pair.id })}>
          {[pair.name, pair.styleCode ?? ''].find((name) => name !== '') ?? formatSize(pair.size)}
        </a>
        <div className={styles['lineFacts']}>
          {[pair.styleCode ?? '', formatSize(pair.size), dateText(at)].filter((fact) => fact !== '').join(' · ')}
        </div>
      </div>
      <MoneyFigure amount={lost} cents="fixed" unknown={t('pnl.writeOffUnknown')} explain={{ inputs }} />
    </li>
  );
}
