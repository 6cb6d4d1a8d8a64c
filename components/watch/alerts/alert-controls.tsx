import { ActionIcon, Menu, Switch } from '@mantine/core';
import { IconBellZ, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { AlertStanding } from '@/lib/queries/alert-standing';
import type { ListedAlert } from '@/lib/queries/alerts';
import { t } from '../../ui/text';
import { change } from '../watch-commands';

interface ControlProps {
  readonly alert: ListedAlert['alert'];
  /** What it waits for, to be named by. */
  readonly words: string;
}

export function AlertSwitch({ alert, words }: ControlProps) {
  const { id, enabled } = alert;
  const said = enabled ? t('watchAlert.turnedOff') : t('watchAlert.turnedOn');
  return (
    <Switch
      size="xs"
      aria-label={t('watchAlert.switch', [words])}
      checked={enabled}
      onChange={() => void change('alerts/enable', { ids: [id], enabled: !enabled }, said)}
    />
  );
}

const SILENCES: readonly (readonly [hours: number, text: () => string])[] = [
  [1, () => t('watchAlert.snooze1')],
  [24, () => t('watchAlert.snooze24')],
  [168, () => t('watchAlert.snooze168')],
];

interface ActionsProps extends ControlProps {
  readonly standing: AlertStanding;
  readonly onEdit: () => void;
}

/** Change it, have it silent for a while, remove it. */
export function AlertActions({ alert, words, standing, onEdit }: ActionsProps) {
  const ids = [alert.id];
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <ActionIcon size={24} aria-label={`${t('inventory.actions')}: ${words}`} data-testid="alert-actions">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={14} />} onClick={onEdit}>
          {t('watchAlert.change')}
        </Menu.Item>
        {standing.kind === 'snoozed' ? (
          <Menu.Item
            leftSection={<IconBellZ size={14} />}
            onClick={() => void change('alerts/snooze', { ids, minutes: 0 }, t('watchAlert.awake'))}
          >
            {t('watchAlert.unsnooze')}
          </Menu.Item>
        ) : (
          <SnoozeItems ids={ids} />
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={14} />}
          onClick={() => void change('alerts/remove', { ids }, t('watchAlert.removed'))}
        >
          {t('watchAlert.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** How long alerts may be silent. */
export function SnoozeItems({ ids }: { readonly ids: string[] }) {
  return (
    <>
      <Menu.Label>{t('watchAlert.snooze')}</Menu.Label>
      {SILENCES.map(([hours, text]) => (
        <Menu.Item
          key={hours}
          leftSection={<IconBellZ size={14} />}
          onClick={() => void change('alerts/snooze', { ids, minutes: hours * 60 }, t('watchAlert.snoozed', [text()]))}
        >
          {text()}
        </Menu.Item>
      ))}
    </>
  );
}
