import { IconChevronRight, IconCircleCheck, IconPackageExport } from '@tabler/icons-react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { HOUR_MS } from '@/lib/domain/time/instant';
import type { WaitingOrder } from '@/lib/queries/today';
import { moneyText, whenText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './waiting.module.css';
import { stageText } from './words';

/** Less than this left and the deadline is amber. */
const SOON_MS = 24 * HOUR_MS;

/** When alias cancels the order unless the seller acts. */
export function Deadline({ waiting }: { readonly waiting: WaitingOrder }) {
  const now = useNow(60_000);
  const { cancelsAt } = waiting;
  if (cancelsAt === null) return <span className={styles['quiet']}>{t('waiting.noDeadline')}</span>;
  const soon = cancelsAt - now < SOON_MS;
  return (
    <span className={`archvd-figure ${soon ? styles['soon'] : styles['quiet']}`}>
      {cancelsAt < now ? t('waiting.passed') : t('waiting.by', [whenText(cancelsAt, now)])}
    </span>
  );
}

export interface WaitingRowProps {
  readonly waiting: WaitingOrder;
  readonly href: string;
}

/** An order that waits for the seller, with its deadline. */
export function WaitingRow({ waiting, href }: WaitingRowProps) {
  const { order, stage, size, run } = waiting;
  const Picture = stage === 'to-confirm' ? IconCircleCheck : IconPackageExport;
  return (
    <a className={styles['row']} href={href}>
      <Picture size={18} stroke={1.6} aria-hidden="true" />
      <span className={styles['stage']}>{stageText(stage)}</span>
      <span className={`archvd-clip ${styles['name']}`}>
        {[formatSize(size, run), order.name, moneyText(order.price)].join(' · ')}
      </span>
      <Deadline waiting={waiting} />
      <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
    </a>
  );
}
