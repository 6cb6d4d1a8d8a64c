import type { MessageOutput } from '@/lib/messaging/protocol';
import { countText, humanised } from '../ui/format';
import { t } from '../ui/text';
import styles from './settings.module.css';

type Traces = MessageOutput<'data/traces'>['traces'];

const WHAT: Readonly<Record<string, () => string>> = {
  token: () => t('options.traceToken'),
  keys: () => t('options.traceKeys'),
  sites: () => t('options.traceSites'),
  alarms: () => t('options.traceAlarms'),
  notifications: () => t('options.traceNotifications'),
  copies: () => t('options.traceCopies'),
  books: () => t('options.traceBooks'),
  demo: () => t('options.traceDemo'),
  settings: () => t('options.traceSettings'),
};

/** What is on this device, and what there is after deleting. */
export function TracesTable({ before, after }: { readonly before: Traces; readonly after: Traces | null }) {
  return (
    <table className={styles['table']} aria-label={t('options.deleteWhat')}>
      <thead>
        <tr>
          <th scope="col">{after === null ? t('options.deleteWhat') : t('options.deletedWhat')}</th>
          <th scope="col">
            {after === null ? (
              <span className="archvd-hidden">{t('options.howMany')}</span>
            ) : (
              t('options.deletedBefore')
            )}
          </th>
          {after === null ? null : <th scope="col">{t('options.deletedAfter')}</th>}
        </tr>
      </thead>
      <tbody>
        {before.map(({ what, count }) => (
          <tr key={what}>
            <th scope="row">{WHAT[what]?.() ?? humanised(what)}</th>
            <td className="archvd-figure">{countOf(count)}</td>
            {after === null ? null : (
              <td className="archvd-figure archvd-strong">
                {countOf(after.find((trace) => trace.what === what)?.count ?? null)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countOf(count: number | null): string {
  return count === null ? t('options.unknownCount') : countText(count);
}
