import { TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState } from 'react';
import { maxBuyPrice } from '@/lib/domain/deals/max-buy-price';
import { money } from '@/lib/domain/money/money';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { parsePercent, percentInput } from '../bridge/parse-percent';
import { useChangedSetting } from './use-changed-setting';

const EXAMPLE = money(10_000, 'USD');

/** What a purchase must bring, and what that means for a pair that brings a hundred dollars. */
export function TargetRoi() {
  const [roi, change] = useChangedSetting('targetRoi');
  if (roi === null) return null;
  return <RoiField key={roi} roi={roi} onChange={(next) => change(next, t('options.roi'))} />;
}

function RoiField({ roi, onChange }: { readonly roi: number; readonly onChange: (roi: number) => void }) {
  const [text, setText] = useState(percentInput(roi));
  const typed = parsePercent(text);
  const keep = () => {
    if (typed !== null) onChange(typed);
  };
  const most = typed === null ? null : maxBuyPrice(EXAMPLE, typed);
  const example =
    typed === null || most === null
      ? ''
      : t('options.roiExample', [`${percentInput(typed)} %`, moneyText(EXAMPLE), moneyText(most)]);
  return (
    <TextInput
      label={t('options.roi')}
      description={`${t('options.roiHint')} ${example}`}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={getHotkeyHandler([
        ['Enter', keep],
        ['mod+Enter', keep],
      ])}
      error={typed === null ? <span role="alert">{t('options.roiProblem')}</span> : null}
      rightSection="%"
      inputMode="decimal"
      autoComplete="off"
    />
  );
}
