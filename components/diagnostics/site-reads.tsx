import { instant } from '@/lib/domain/time/instant';
import { siteName } from '@/lib/domain/sites/site';
import { siteReads, type ReadTotals, type ReadTrouble, type SiteReads as Reads } from '@/lib/queries/site-reads';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './diagnostics.module.css';
import { layerText, sinceText } from './site-words';

/** How marketplaces' pages were read, so that a site that changed shows. Counted on this device and told nobody. */
export function SiteReads() {
  const now = useNow();
  // The days change once a day: every tick need not ask anew.
  const day = Math.floor(now / 3_600_000);
  const live = useLive((books) => siteReads(books, instant(now)), [day]);
  if (live.state === 'loading') return null;
  if (live.state === 'failed') return <p className={styles['quiet']}>{t('state.errorText', [live.message])}</p>;
  if (live.value.length === 0) return <p className={styles['quiet']}>{t('siteReads.none')}</p>;
  return (
    <>
      <ul className={styles['list']}>
        {live.value.map((each) => (
          <SiteRow key={each.site} reads={each} />
        ))}
      </ul>
      <p className={styles['quiet']}>{t('siteReads.local')}</p>
    </>
  );
}

function SiteRow({ reads: { site, week, month, trouble } }: { readonly reads: Reads }) {
  return (
    <li>
      <div className="archvd-strong">
        {siteName(site)} {trouble === null ? null : <Pill tone="needs-you">{t('siteReads.mark')}</Pill>}
      </div>
      {trouble === null ? null : <p role="status">{troubleText(site, trouble)}</p>}
      <dl className={styles['facts']}>
        <Totals label={t('siteReads.week')} totals={week} />
        <Totals label={t('siteReads.month')} totals={month} />
        <Layers label={t('siteReads.codeBy')} counts={month.styleCode} />
        <Layers label={t('siteReads.priceBy')} counts={month.price} />
      </dl>
    </li>
  );
}

function troubleText(site: Reads['site'], { pages, unreadable, since }: ReadTrouble): string {
  return t('siteReads.trouble', [siteName(site), countText(unreadable), countText(pages), sinceText(since)]);
}

function Totals({ label, totals }: { readonly label: string; readonly totals: ReadTotals }) {
  const { pages, unreadable, blocked } = totals;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {t('siteReads.pages', pages, [countText(pages)])}
        {unreadable === 0 ? null : `, ${t('siteReads.unreadable', [countText(unreadable)])}`}
        {blocked === 0 ? null : `, ${t('siteReads.blocked', [countText(blocked)])}`}
      </dd>
    </div>
  );
}

function Layers({ label, counts }: { readonly label: string; readonly counts: ReadTotals['styleCode'] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{counts.map(([layer, times]) => `${layerText(layer)} (${countText(times)})`).join(' · ')}</dd>
    </div>
  );
}
