import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { useWide } from '../ui/use-wide';
import { AboutSection } from './about-section';
import { ConnectionSection } from './connection-section';
import { CurrencySection } from './currency-section';
import { DataSection } from './data-section';
import { FeesSection } from './fees-section';
import { NotificationsSection } from './notifications-section';
import { RegionSection } from './region-section';
import styles from './settings.module.css';
import { ShortcutsSection } from './shortcuts-section';
import { SiteProfiles } from './site-profiles';
import { SitesSection } from './sites-section';
import { VaultSection } from './vault-section';

interface SectionEntry {
  readonly id: string;
  readonly title: () => string;
  readonly body: (title: string) => ReactNode;
}

const FIRST: SectionEntry = {
  id: 'connection',
  title: () => t('settings.connection'),
  body: (title) => <ConnectionSection title={title} />,
};

const SECTIONS: readonly SectionEntry[] = [
  FIRST,
  { id: 'vault', title: () => t('settings.vault'), body: (title) => <VaultSection title={title} /> },
  { id: 'sites', title: () => t('options.sites'), body: (title) => <SitesSection title={title} /> },
  { id: 'site-fees', title: () => t('options.siteFees'), body: (title) => <SiteProfiles title={title} /> },
  { id: 'fees', title: () => t('settings.fees'), body: (title) => <FeesSection title={title} /> },
  { id: 'currency', title: () => t('settings.currency'), body: (title) => <CurrencySection title={title} /> },
  { id: 'region', title: () => t('options.region'), body: (title) => <RegionSection title={title} /> },
  {
    id: 'notifications',
    title: () => t('options.notifications'),
    body: (title) => <NotificationsSection title={title} />,
  },
  { id: 'shortcuts', title: () => t('options.shortcuts'), body: (title) => <ShortcutsSection title={title} /> },
  { id: 'data', title: () => t('settings.data'), body: (title) => <DataSection title={title} /> },
  { id: 'about', title: () => t('options.about'), body: (title) => <AboutSection title={title} /> },
];

/** Everything a person can change about the companion: one section at a time, each with an address of its own. */
export function SettingsScreen({ section }: { readonly section: string | null }) {
  const shown = SECTIONS.find(({ id }) => id === section) ?? FIRST;
  const tools = useWide() ? {} : { tools: <ChooseSection shown={shown.id} /> };
  return (
    <Screen title={t('nav.settings')} {...tools}>
      <div className={styles['split']}>
        <nav className={styles['sections']} aria-label={t('settings.sections')}>
          {SECTIONS.map(({ id, title }) => (
            <a
              key={id}
              href={routeHref({ screen: 'settings', view: id })}
              aria-current={id === shown.id ? 'page' : undefined}
            >
              {title()}
            </a>
          ))}
        </nav>
        <div className={styles['column']} key={shown.id}>
          {shown.body(shown.title())}
        </div>
      </div>
    </Screen>
  );
}

/** The same choice where there is no room for a list beside the section. */
function ChooseSection({ shown }: { readonly shown: string }) {
  const { go } = useRoute();
  return (
    <NativeSelect
      className={styles['choose'] ?? ''}
      aria-label={t('options.choose')}
      value={shown}
      onChange={({ currentTarget: { value } }) =>
        go(value === 'diagnostics' ? { screen: 'diagnostics' } : { screen: 'settings', view: value })
      }
      data={[
        ...SECTIONS.map(({ id, title }) => ({ value: id, label: title() })),
        { value: 'diagnostics', label: t('nav.diagnostics') },
      ]}
    />
  );
}
