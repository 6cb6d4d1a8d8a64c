import { Button } from '@mantine/core';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import { readExperiments } from '@/lib/queries/experiments';
import { RuleParts } from '../bridge/rule-parts';
import { SellingTabs } from '../bridge/selling-tabs';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ExperimentCard } from './experiment-card';
import styles from './experiments.module.css';
import { ExperimentForm } from './experiment-form';

/** Price experiments: what runs, what came of those that are over, and a new one. */
export function ExperimentsScreen() {
  const { route, change } = useRoute();
  const valuation = useValuation();
  const live = useLive(async (books) => (valuation === null ? null : readExperiments(books, valuation)), [valuation]);
  const isNew = route.item === 'new';
  const close = () => change({ item: null });
  const add = (
    <Button
      component="a"
      href={routeHref({ screen: 'rules', view: 'experiments', item: 'new' })}
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
    >
      {t('experiments.add')}
    </Button>
  );
  const isEmpty = live.value?.length === 0;
  return (
    <Screen
      title={t('experiments.title')}
      action={isNew || isEmpty ? null : add}
      tools={
        <>
          <SellingTabs />
          <RuleParts part="experiments" />
        </>
      }
    >
      {isNew ? <ExperimentForm onClose={close} /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {!isNew && live.state !== 'failed' && live.value === null ? <SkeletonRows height={120} count={3} /> : null}
      {!isNew && isEmpty ? (
        <EmptyState icon={IconFlask} title={t('experiments.empty')} text={t('experiments.emptyText')} action={add} />
      ) : null}
      {isNew || valuation === null ? null : (
        <div className={styles['list']}>
          {live.value?.map((view) => (
            <ExperimentCard key={view.experiment.id} view={view} now={valuation.now} currency={valuation.currency} />
          ))}
        </div>
      )}
    </Screen>
  );
}
