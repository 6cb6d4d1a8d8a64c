import { NumberInput, Radio, Stack } from '@mantine/core';
import type { Vault } from '../bridge/vault-store';
import { t } from '../ui/text';

export type Times = Pick<Vault, 'keyMode' | 'autoLockMinutes'>;

export interface UnlockTimesProps {
  readonly times: Times;
  readonly onChange: (times: Times) => void;
}

/** How long a passphrase, once given, is good for. */
export function UnlockTimes({ times, onChange }: UnlockTimesProps) {
  return (
    <>
      <Radio.Group
        label={t('settings.keyMode')}
        value={times.keyMode}
        onChange={(value) => onChange({ ...times, keyMode: value === 'device' ? 'device' : 'session' })}
      >
        <Stack gap="sm" mt="sm">
          <Radio value="session" label={t('settings.keySession')} description={t('settings.keySessionText')} />
          <Radio value="device" label={t('settings.keyDevice')} description={t('settings.keyDeviceText')} />
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t('settings.autoLock')}
        description={t('settings.autoLockHint')}
        value={times.autoLockMinutes ?? ''}
        onChange={(value) =>
          onChange({
            ...times,
            autoLockMinutes: typeof value === 'number' && value >= 1 ? Math.min(1440, Math.trunc(value)) : null,
          })
        }
        min={1}
        max={1440}
        allowDecimal={false}
        suffix={t('settings.minutesSuffix')}
      />
    </>
  );
}
