import { ActionIcon, Menu, Switch } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconGripVertical,
  IconHistory,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { ruleSentence } from '../bridge/rule-sentence';
import { Pill } from '../ui/pill';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { duplicateRule, enableRule, removeRule, type NamedRule } from './rule-commands';
import styles from './rules.module.css';

export interface RuleRowProps {
  readonly rule: NamedRule;
  readonly place: number;
  readonly count: number;
  readonly unsaved: boolean;
  /** What is dragged over the list, if anything. */
  readonly dragged: string | null;
  readonly onDrag: (id: string | null) => void;
  readonly over: boolean;
  readonly onOver: (id: string | null) => void;
  readonly onMove: (id: string, to: number) => void;
}

/** One rule: on or off, what it does in a sentence, and its place among the others. */
export function RuleRow({ rule, place, count, unsaved, dragged, onDrag, over, onOver, onMove }: RuleRowProps) {
  const { id, name, enabled, settings } = rule;
  return (
    <li
      className={styles['rule']}
      data-rule={id}
      data-off={!enabled || undefined}
      data-dragged={dragged === id || undefined}
      data-over={over || undefined}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(id, place + (event.key === 'ArrowUp' ? -1 : 1));
      }}
      onDragOver={(event) => {
        if (dragged === null || dragged === id) return;
        event.preventDefault();
        onOver(id);
      }}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged !== null) onMove(dragged, place);
        onOver(null);
      }}
    >
      <span
        className={styles['handle']}
        draggable
        title={t('rules.drag')}
        aria-hidden="true"
        data-testid="drag-rule"
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', name);
          onDrag(id);
        }}
        onDragEnd={() => {
          onDrag(null);
          onOver(null);
        }}
      >
        <IconGripVertical size={16} stroke={1.6} />
      </span>
      <Switch
        size="sm"
        aria-label={t('rules.switch', [name])}
        checked={enabled}
        onChange={(event) => void enableRule(rule, event.currentTarget.checked)}
      />
      <div className={styles['words']}>
        <div className={styles['name']}>
          <a href={routeHref({ screen: 'rules', item: id })}>{name}</a>
          {unsaved ? <Pill tone="needs-you">{t('rules.unsaved')}</Pill> : null}
        </div>
        <p className={styles['sentence']}>{ruleSentence(settings)}</p>
      </div>
      <RuleActions rule={rule} place={place} count={count} onMove={onMove} />
    </li>
  );
}

function RuleActions({ rule, place, count, onMove }: Pick<RuleRowProps, 'rule' | 'place' | 'count' | 'onMove'>) {
  const { id, name } = rule;
  return (
    <div className={styles['moves']}>
      <ActionIcon
        aria-label={t('rules.up', [name])}
        title={t('rules.upShort')}
        disabled={place === 0}
        onClick={() => onMove(id, place - 1)}
      >
        <IconArrowUp size={16} stroke={1.8} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('rules.down', [name])}
        title={t('rules.downShort')}
        disabled={place === count - 1}
        onClick={() => onMove(id, place + 1)}
      >
        <IconArrowDown size={16} stroke={1.8} />
      </ActionIcon>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('rules.actions', [name])}>
            <IconDots size={16} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={routeHref({ screen: 'rules', item: id })}
            leftSection={<IconPencil size={14} />}
          >
            {t('rules.edit')}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={routeHref({ screen: 'rules', view: 'backtest', item: id })}
            leftSection={<IconHistory size={14} />}
          >
            {t('backtest.run')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => void duplicateRule(rule)}>
            {t('rules.duplicate')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void removeRule(rule)}>
            {t('rules.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
