import { Button, Group, TextInput } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import type { PageView } from '@/lib/messaging/page-view';
import { routeHref } from '../ui/route';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { CopyReport } from './copy-report';
import styles from './page.module.css';

/** The page was read and names no style code: the person has it from the box or a picture, or searches by the name. */
export function UnnamedPage({ view }: { readonly view: PageView }) {
  const { go } = useRoute();
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = parseStyleCode(text);
    setIsWrong(code === null);
    if (code !== null) go({ screen: 'market', query: code });
  };
  return (
    <EmptyState
      icon={IconHelpCircle}
      title={t('card.whichTitle')}
      text={t('card.whichText')}
      action={
        <form className={styles['which']} onSubmit={submit}>
          <Group gap={8} wrap="nowrap" align="flex-start">
            <TextInput
              aria-label={t('card.whichLabel')}
              placeholder="DD1391-100"
              value={text}
              maxLength={40}
              spellCheck={false}
              error={isWrong ? t('card.whichWrong') : null}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" style={{ flex: 'none' }}>
              {t('card.whichFind')}
            </Button>
          </Group>
          {view.title === null ? null : (
            <a href={routeHref({ screen: 'market', query: view.title })}>{t('thisPage.searchName', [view.title])}</a>
          )}
          <CopyReport view={view} />
        </form>
      }
    />
  );
}
