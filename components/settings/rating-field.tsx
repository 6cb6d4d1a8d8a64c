import { NumberInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState } from 'react';
import { t } from '../ui/text';

export interface RatingFieldProps {
  readonly rating: number;
  readonly onChange: (rating: number) => void;
}

/** Kept when the field is left: nine is on the way to ninety. */
export function RatingField({ rating, onChange }: RatingFieldProps) {
  const [typed, setTyped] = useState<string | number>(rating);
  const keep = () => {
    if (typeof typed === 'number') onChange(Math.trunc(typed));
    else setTyped(rating);
  };
  return (
    <NumberInput
      label={t('settings.rating')}
      description={t('settings.ratingHint')}
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={getHotkeyHandler([
        ['Enter', keep],
        ['mod+Enter', keep],
      ])}
      min={0}
      max={100}
      clampBehavior="strict"
      allowDecimal={false}
    />
  );
}
