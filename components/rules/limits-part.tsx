import { Button, TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState } from 'react';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { percentInput } from '../bridge/parse-percent';
import { useSetting } from '../bridge/use-setting';
import { countText } from '../ui/format';
import { Screen, Section } from '../ui/screen';
import { SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toastUndo } from '../ui/toast';
import editor from './editor.module.css';
import { LIMITS, type Limit } from './limit-list';
import { PauseControl } from './pause-control';
import { limitInput, readLimit } from './read-limit';
import { RulesTools } from './rules-tools';

/** The bounds of everything rules do, each with what it is good for. */
export function LimitsPart() {
  const [guards, set] = useSetting('repricingGuards');
  const change = (next: GuardSettings, said: string) => {
    if (guards === null || JSON.stringify(next) === JSON.stringify(guards)) return;
    set(next);
    toastUndo(said, () => set(guards));
  };
  const isCareful = guards !== null && JSON.stringify(guards) === JSON.stringify(CAREFUL_GUARDS);
  return (
    <Screen title={t('nav.rules')} action={<PauseControl />} tools={<RulesTools part="limits" />}>
      {guards === null ? (
        <SkeletonRows />
      ) : (
        <div className={editor['form']}>
          <p className={editor['hint']}>{t('limits.lead')}</p>
          {LIMITS.map(({ title, limits }) => (
            <Section key={limits[0]?.key} title={title()}>
              <div className={editor['two']}>
                {limits.map((limit) => (
                  <LimitField
                    key={`${limit.key}-${JSON.stringify(guards[limit.key])}`}
                    limit={limit}
                    guards={guards}
                    onChange={(next) => change(next, t('limits.changed', [limit.label()]))}
                  />
                ))}
              </div>
            </Section>
          ))}
          <div>
            {isCareful ? (
              <p className={editor['hint']}>{t('limits.isCareful')}</p>
            ) : (
              <Button variant="default" onClick={() => change(CAREFUL_GUARDS, t('limits.carefulAgain'))}>
                {t('limits.careful')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Screen>
  );
}

interface LimitFieldProps {
  readonly limit: Limit;
  readonly guards: GuardSettings;
  readonly onChange: (guards: GuardSettings) => void;
}

/** Kept when the field is left, so that half a number is never a limit. */
function LimitField({ limit, guards, onChange }: LimitFieldProps) {
  const [text, setText] = useState(limitInput(guards, limit));
  const next = readLimit(guards, limit, text);
  const keep = () => {
    if (next !== null) onChange(next);
  };
  return (
    <TextInput
      label={limit.label()}
      description={limit.hint()}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={getHotkeyHandler([
        ['Enter', keep],
        ['mod+Enter', keep],
      ])}
      error={next === null ? <span role="alert">{problemText(limit)}</span> : null}
      inputMode="decimal"
      autoComplete="off"
      placeholder={limit.unit === 'optional-amount' ? t('limits.noLimit') : ''}
      {...unitProps(limit)}
    />
  );
}

function unitProps({ unit }: Limit) {
  if (unit === 'percent') return { rightSection: '%' };
  if (unit === 'minutes') return { rightSection: t('limits.minutes'), rightSectionWidth: 44 };
  if (unit === 'count') return {};
  return { leftSection: <span className="archvd-figure">USD</span>, leftSectionWidth: 46 };
}

function problemText({ unit, least, most }: Limit): string {
  if (unit === 'percent') return t('limits.share', [`${percentInput(least)} %`, `${percentInput(most)} %`]);
  if (unit === 'amount' || unit === 'optional-amount') return t('limits.amount');
  return t('limits.whole', [countText(least), countText(most)]);
}
