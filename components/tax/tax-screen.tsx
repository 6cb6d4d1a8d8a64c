import type { ReactNode } from 'react';
import type { TaxReading } from '@/lib/queries/tax-books';
import { useSetting } from '../bridge/use-setting';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ViewTabs } from '../ui/view-tabs';
import { Filed } from './filed';
import { MissingRates } from './missing-rates';
import { Pack } from './pack';
import { Platforms } from './platforms';
import { Returns } from './returns';
import { Rules } from './rules';
import { Setup } from './setup';
import { StockBook } from './stock-book';
import styles from './tax.module.css';
import { Thresholds } from './thresholds';
import { useThresholds } from './use-thresholds';
import { useTax } from './use-tax';

const VIEWS = ['returns', 'stock-book', 'platforms', 'limits', 'filed', 'pack', 'rules', 'setup'] as const;

type View = (typeof VIEWS)[number];

const LABELS: Readonly<Record<View, () => string>> = {
  returns: () => t('tax.tabReturns'),
  'stock-book': () => t('tax.tabStockBook'),
  platforms: () => t('tax.tabPlatforms'),
  limits: () => t('tax.tabThresholds'),
  filed: () => t('tax.tabFiled'),
  pack: () => t('tax.tabPack'),
  rules: () => t('tax.tabRules'),
  setup: () => t('tax.tabSetup'),
};

/** What goes into the seller's tax returns: figures, rows behind them, limits, and what to hand to an accountant. */
export function TaxScreen() {
  const [profile, setProfile] = useSetting('taxProfile');
  const { route, change } = useRoute();
  const view = VIEWS.find((each) => each === route.view) ?? 'returns';
  const live = useTax(profile);
  const warned = useThresholds(live.value).filter(({ state, isDone }) => state !== 'far' && !isDone).length;
  const isSetUp = profile !== null && profile.country !== null;
  const tabs = VIEWS.map((id) => ({
    id,
    href: routeHref({ screen: 'tax', view: id }),
    isCurrent: id === view,
    label: id === 'limits' && warned > 0 ? `${LABELS[id]()} (${countText(warned)})` : LABELS[id](),
    testId: `tax-${id}`,
  }));
  return (
    <Screen
      title={t('nav.tax')}
      tools={isSetUp ? <ViewTabs label={t('tax.tabs')} tabs={tabs} /> : undefined}
      fixed={isSetUp && view === 'stock-book'}
    >
      {profile === null ? <SkeletonRows /> : null}
      {profile !== null && (!isSetUp || view === 'setup') ? (
        <Setup
          key={profile.country ?? 'new'}
          profile={profile}
          onSave={(next) => {
            setProfile(next);
            if (profile.country === null) change({ view: null });
          }}
        />
      ) : null}
      {isSetUp && view === 'rules' ? <Rules profile={profile} /> : null}
      {isSetUp && view !== 'setup' && view !== 'rules' ? (
        <Loaded live={live}>
          {(reading) => (
            <>
              {view === 'stock-book' ? null : <MissingRates reading={reading} />}
              <Part view={view} reading={reading} onProfile={setProfile} />
            </>
          )}
        </Loaded>
      ) : null}
      {isSetUp && view !== 'stock-book' ? <p className={styles['advice']}>{t('tax.noAdvice')}</p> : null}
    </Screen>
  );
}

interface LoadedProps {
  readonly live: ReturnType<typeof useTax>;
  readonly children: (reading: TaxReading) => ReactNode;
}

function Loaded({ live, children }: LoadedProps) {
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.state === 'loading' || live.value === null) return <SkeletonRows />;
  return children(live.value);
}

interface PartProps {
  readonly view: View;
  readonly reading: TaxReading;
  readonly onProfile: (profile: TaxReading['profile']) => void;
}

function Part({ view, reading, onProfile }: PartProps) {
  switch (view) {
    case 'stock-book':
      return <StockBook reading={reading} />;
    case 'platforms':
      return <Platforms reading={reading} onProfile={onProfile} />;
    case 'limits':
      return <Thresholds reading={reading} />;
    case 'filed':
      return <Filed profile={reading.profile} />;
    case 'pack':
      return <Pack reading={reading} />;
    default:
      return <Returns reading={reading} onProfile={onProfile} />;
  }
}
