import { t } from '../ui/text';
import { Screen } from '../ui/screen';
import { Anchors } from '../ui/anchors';
import { ConnectionSection } from './connection-section';
import { CurrencySection } from './currency-section';
import { DataSection } from './data-section';
import { FeesSection } from './fees-section';
import styles from './settings.module.css';
import { VaultSection } from './vault-section';

const SECTIONS = ['connection', 'vault', 'fees', 'currency', 'data'] as const;

/** Everything a person can change about the companion, in one column. */
export function SettingsScreen({ section }: { readonly section: string | null }) {
  const titles = {
    connection: t('settings.connection'),
    vault: t('settings.vault'),
    fees: t('settings.fees'),
    currency: t('settings.currency'),
    data: t('settings.data'),
  };
  const links = SECTIONS.map((id) => ({ id, label: titles[id] }));
  return (
    <Screen title={t('nav.settings')} tools={<Anchors label={t('settings.sections')} links={links} open={section} />}>
      <div className={styles['column']}>
        <ConnectionSection title={titles.connection} />
        <VaultSection title={titles.vault} />
        <FeesSection title={titles.fees} />
        <CurrencySection title={titles.currency} />
        <DataSection title={titles.data} />
      </div>
    </Screen>
  );
}
