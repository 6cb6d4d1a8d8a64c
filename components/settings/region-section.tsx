import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useSetting } from '../bridge/use-setting';
import { t } from '../ui/text';
import { toastUndo } from '../ui/toast';
import { parseRegion } from './parse-region';
import { Part } from './part';
import styles from './settings.module.css';

/** For which region of alias prices are asked. alias documents neither the ids nor what they mean, and we say so. */
export function RegionSection({ title }: { readonly title: string }) {
  const [stored, set] = useSetting('regionId');
  return (
    <Part id="region" title={title} text={t('options.regionText')}>
      <RegionForm key={stored ?? ''} stored={stored} onSave={set} />
    </Part>
  );
}

interface RegionFormProps {
  readonly stored: string | null;
  readonly onSave: (regionId: string | null) => void;
}

function RegionForm({ stored, onSave }: RegionFormProps) {
  const [one, setOne] = useState(stored !== null);
  const [text, setText] = useState(stored ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (next: string | null) => {
    if (next === stored) return;
    onSave(next);
    const said = next === null ? t('options.regionGlobalSaved') : t('options.regionSaved', [next]);
    toastUndo(`${said} ${t('options.regionLate')}`, () => onSave(stored));
  };
  const save = () => {
    const region = parseRegion(text);
    setProblem(region === null ? t('options.regionProblem') : null);
    if (region !== null) keep(region);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className={styles['form']} onSubmit={submit} onKeyDown={getHotkeyHandler([['mod+Enter', save]])} noValidate>
      <Radio.Group
        aria-label={t('options.region')}
        value={one ? 'one' : 'global'}
        onChange={(value) => {
          setOne(value === 'one');
          if (value === 'global') keep(null);
        }}
      >
        <Stack gap="sm">
          <Radio value="global" label={t('options.regionGlobal')} description={t('options.regionGlobalHint')} />
          <Radio value="one" label={t('options.regionOne')} description={t('options.regionOneHint')} />
        </Stack>
      </Radio.Group>
      {one ? (
        <>
          <TextInput
            label={t('options.regionId')}
            description={t('options.regionIdHint')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={problem === null ? null : <span role="alert">{problem}</span>}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
          />
          <div className={styles['actions']}>
            <Button type="submit" disabled={text.trim() === (stored ?? '')}>
              {t('options.saveRegion')}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  );
}
