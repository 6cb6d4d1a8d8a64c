import { Button } from '@mantine/core';
import { IconAdjustments, IconPlus } from '@tabler/icons-react';
import { readRules } from '@/lib/queries/rules';
import { useLive } from '../bridge/use-live';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { LimitsPart } from './limits-part';
import { PauseControl } from './pause-control';
import { RuleEditor } from './rule-editor';
import { RuleList } from './rule-list';
import styles from './rules.module.css';
import { RulesTools } from './rules-tools';
import { RunPart } from './run-part';
import { BLANK, TEMPLATES } from './templates';
import { newItem, TemplatesList } from './templates-list';

/** What may change prices by itself: the rules, a run of them before it is sent, and the limits of it all. */
export function RulesScreen() {
  const { route } = useRoute();
  if (route.item !== null) return <Editor key={route.item} item={route.item} />;
  if (route.view === 'run') return <RunPart />;
  return route.view === 'limits' ? <LimitsPart /> : <ListPart />;
}

function ListPart() {
  const live = useLive(readRules, []);
  const isEmpty = live.state === 'ready' && live.value.length === 0;
  const add = (
    <Button
      component="a"
      href={routeHref({ screen: 'rules', item: newItem(null) })}
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
    >
      {isEmpty ? t('rules.blank') : t('rules.add')}
    </Button>
  );
  return (
    <Screen
      title={t('nav.rules')}
      action={
        <div className={styles['actions']}>
          <PauseControl />
          {isEmpty ? null : add}
        </div>
      }
      tools={<RulesTools part="list" />}
    >
      {live.state === 'loading' ? <SkeletonRows height={56} /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {isEmpty ? (
        <EmptyState icon={IconAdjustments} title={t('rules.empty')} text={t('rules.emptyText')} action={add} />
      ) : null}
      {live.state === 'ready' && !isEmpty ? <RuleList rules={live.value} /> : null}
      {live.state === 'ready' ? <TemplatesList /> : null}
    </Screen>
  );
}

/** The rule of an address: one of the books, or a new one that begins with a template. */
function Editor({ item }: { readonly item: string }) {
  const { change } = useRoute();
  const close = () => change({ item: null });
  const live = useLive(readRules, []);
  if (item === 'new' || item.startsWith('new:')) {
    const template = TEMPLATES.find(({ id }) => newItem(id) === item);
    const name = template?.name() ?? '';
    const begun = { name, enabled: false, settings: template?.settings ?? BLANK };
    return <RuleEditor {...begun} draftKey={item} ruleId={null} onClose={close} />;
  }
  const rule = live.value?.find(({ id }) => id === item);
  if (rule !== undefined) return <RuleEditor {...rule} draftKey={item} ruleId={item} onClose={close} />;
  return (
    <Screen title={t('ruleEdit.title')} tools={<RulesTools part="list" />}>
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' ? <ErrorState title={t('ruleEdit.gone')} text={t('ruleEdit.goneText')} /> : null}
    </Screen>
  );
}
