import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { instant } from '@/lib/domain/time/instant';
import { scopeChoices } from '@/lib/queries/scope-choices';
import { ruleSentence } from '../bridge/rule-sentence';
import { SellingTabs } from '../bridge/selling-tabs';
import { useLive } from '../bridge/use-live';
import { Confirm } from '../ui/confirm';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { t } from '../ui/text';
import { BoundsFields } from './bounds-fields';
import styles from './editor.module.css';
import { LivePreview, previewHeadline, useRulePreview, type PreviewState } from './live-preview';
import { ScheduleFields } from './schedule-fields';
import { ScopeFields } from './scope-fields';
import { StrategyFields } from './strategy-fields';
import { useRuleEditor, type EditedFrom } from './use-rule-editor';

export interface RuleEditorProps extends EditedFrom {
  readonly onClose: () => void;
}

/** One rule, with what it would do now beside it. */
export function RuleEditor({ onClose, ...from }: RuleEditorProps) {
  const editor = useRuleEditor(from, onClose);
  const { form, settings, changed } = editor;
  const [asking, setAsking] = useState(false);
  const choices = useLive((books) => scopeChoices(books, instant(Date.now())), []).value;
  const edited = settings === null ? null : { id: from.ruleId, name: form.draft.name, settings };
  const preview = useRulePreview(edited);
  const leave = () => (changed ? setAsking(true) : onClose());
  const title = from.ruleId === null ? t('ruleEdit.newTitle') : t('ruleEdit.title');
  return (
    <Screen
      title={title}
      action={
        <ActionIcon onClick={leave} aria-label={t('ruleEdit.back')} title={t('ruleEdit.back')}>
          <IconArrowLeft size={18} />
        </ActionIcon>
      }
      tools={<SellingTabs />}
      fixed
    >
      <form
        className={styles['editor']}
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void editor.save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.defaultPrevented) return;
          if (event.ctrlKey || event.metaKey) void editor.save();
          else if (!(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
        }}
      >
        <div className={`${styles['columns']} archvd-scroll`}>
          <div className={styles['form']}>
            <TextInput
              label={t('ruleEdit.name')}
              value={form.draft.name}
              maxLength={200}
              error={form.problem('name')}
              onChange={(event) => form.change({ name: event.currentTarget.value })}
              data-field="name"
            />
            <p
              className={styles['sentence']}
              data-testid="rule-sentence"
              aria-label={t('ruleEdit.sentence')}
              role="note"
            >
              {settings === null ? t('ruleEdit.incomplete') : ruleSentence(settings)}
            </p>
            <StrategyFields form={form} experiments={choices?.experiments ?? []} />
            <BoundsFields form={form} />
            <ScopeFields form={form} choices={choices} />
            <ScheduleFields form={form} />
          </div>
          <aside className={styles['aside']}>
            <LivePreview state={preview} />
            {from.ruleId === null ? null : (
              <a href={routeHref({ screen: 'rules', view: 'backtest', item: from.ruleId })}>{t('backtest.run')}</a>
            )}
          </aside>
        </div>
        <footer className={styles['footer']}>
          <span>{editor.refusal ?? summary(preview)}</span>
          <Button variant="default" onClick={leave}>
            {changed ? t('ruleEdit.discard') : t('action.cancel')}
          </Button>
          <Button type="submit" loading={editor.busy} title={t('add.keys')} data-testid="save-rule">
            {t('ruleEdit.save')}
          </Button>
        </footer>
      </form>
      <Confirm
        opened={asking}
        title={t('ruleEdit.unsavedTitle')}
        verb={t('ruleEdit.discard')}
        onConfirm={() => {
          setAsking(false);
          editor.discard();
          onClose();
        }}
        onClose={() => setAsking(false)}
      >
        {t('ruleEdit.unsavedText')}
      </Confirm>
    </Screen>
  );
}

function summary(preview: PreviewState): string {
  return preview.state === 'ready' && preview.preview !== null && preview.listings > 0
    ? previewHeadline(preview.preview)
    : '';
}
