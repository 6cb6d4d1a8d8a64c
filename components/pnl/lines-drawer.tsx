import { formatSize } from '@/lib/domain/sizes/format-size';
import { pnlLines, type DrillLine } from '@/lib/queries/pnl-lines';
import type { PnlGroupKind } from '@/lib/queries/pnl-groups';
import { platformText } from '../bridge/sale-platform';
import { SaleProfit } from '../bridge/sale-figures';
import { SideDrawer } from '../bridge/side-drawer';
import { useLive } from '../bridge/use-live';
import { countText, dateText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { Part } from './part';
import styles from './pnl.module.css';
import { requestOf, type PnlQuestion } from './use-pnl';

/** As many as anybody reads; the list of sales has them all. */
const SHOWN = 200;

interface LinesDrawerProps {
  readonly question: PnlQuestion;
  /** null: closed. */
  readonly group: { readonly kind: PnlGroupKind; readonly key: string; readonly title: string } | null;
  readonly onClose: () => void;
}

/** The sales behind a figure, each with its pair. */
export function LinesDrawer({ question, group, onClose }: LinesDrawerProps) {
  return (
    <SideDrawer title={group?.title ?? null} onClose={onClose} testId="pnl-lines">
      {group === null ? null : <Lines question={question} group={group} />}
    </SideDrawer>
  );
}

function Lines({
  question,
  group,
}: Pick<LinesDrawerProps, 'question'> & { readonly group: NonNullable<LinesDrawerProps['group']> }) {
  const live = useLive(
    (books) => pnlLines(books, requestOf(question), { kind: group.kind, key: group.key }, SHOWN),
    [question, group],
  );
  return (
    <Part live={live}>
      {({ total, lines }) => (
        <>
          <p className={styles['note']}>
            {total > lines.length
              ? t('pnl.linesOf', [countText(lines.length), countText(total)])
              : t('pnl.lines', total, [countText(total)])}
          </p>
          <ul className={styles['lines']}>
            {lines.map((each) => (
              <Line key={each.sale.id} {...each} />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

function Line({ sale, pair, line, at }: DrillLine) {
  const size = pair === null ? '' : ` · ${formatSize(pair.size)}`;
  const name = sale.name === '' ? sale.rawSku : sale.name;
  return (
    <li>
      <div className={styles['lineName']}>
        {pair === null ? (
          <span>{name}</span>
        ) : (
          <a className={styles['name']} href={routeHref({ screen: 'inventory', pair: pair.id })}>
            {name}
          </a>
        )}
        <div className={styles['lineFacts']}>
          {sale.rawSku}
          {size} · {platformText(sale.marketplace)} · {dateText(at)}
        </div>
      </div>
      <SaleProfit row={{ sale, line, reversed: sale.status === 'reversed' }} inList={false} />
    </li>
  );
}
