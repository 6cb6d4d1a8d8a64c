import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBell,
  IconBellOff,
  IconDots,
  IconExternalLink,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import type { ReleaseResale } from '@/lib/queries/release-resale';
import type { ReleaseEntryRow } from '@/lib/queries/releases';
import { MoneyFigure } from '../ui/money';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { takeOff, turnReminder } from './release-actions';
import { ReleaseProfit, ResaleFigure } from './release-figures';
import { sourceText, timeOfRelease } from './release-words';
import styles from './releases.module.css';

interface ReleaseItemProps {
  readonly entry: ReleaseEntryRow;
  readonly resale: ReleaseResale | undefined;
  readonly isOut: boolean;
  readonly isNamed: boolean;
  readonly onEdit: () => void;
}

/** One release: what it is, what it costs, what it is expected to bring, and what can be done about it. */
export function ReleaseItem({ entry, resale, isOut, isNamed, onEdit }: ReleaseItemProps) {
  const { release, product, stock } = entry;
  const facts = [release.styleCode, timeOfRelease(entry), sourceText(entry)].filter((fact) => fact !== null);
  return (
    <li className={styles['item']} data-named={isNamed || undefined} data-testid="release">
      <PairPicture url={product?.pictureUrl ?? null} size={40} />
      <div className={styles['what']}>
        <div className="archvd-clip archvd-strong">
          {product === null ? (
            release.name
          ) : (
            <a href={routeHref({ screen: 'market', product: product.catalogId })}>{release.name}</a>
          )}
        </div>
        <div className={`archvd-clip ${styles['quiet']}`}>{facts.join(' · ')}</div>
        {stock === 0 ? null : <div className={styles['quiet']}>{t('releases.owned', stock, [String(stock)])}</div>}
      </div>
      <dl className={styles['figures']}>
        <div>
          <dt>{t('releases.retail')}</dt>
          <dd>
            <MoneyFigure
              amount={resale?.retailPrice ?? release.retailPrice ?? product?.retailPrice ?? null}
              unknown={t('releases.needsRetail')}
            />
          </dd>
        </div>
        <div>
          <dt>{t('releases.resale')}</dt>
          <dd>
            <ResaleFigure resale={resale} />
          </dd>
        </div>
        <div>
          <dt>{t('releases.profit')}</dt>
          <dd>
            <ReleaseProfit resale={resale} />
          </dd>
        </div>
      </dl>
      <div className={styles['actions']}>
        {isOut ? (
          <Button
            component="a"
            size="compact-sm"
            variant="default"
            aria-label={t('releases.boughtOf', [release.name])}
            href={routeHref({ screen: 'releases', add: 'release', item: release.id })}
          >
            <IconPlus size={14} aria-hidden="true" className={styles['plus']} />
            <span className={styles['words']}>{t('releases.bought')}</span>
          </Button>
        ) : (
          <ReminderButton entry={entry} />
        )}
        <ItemMenu entry={entry} onEdit={onEdit} />
      </div>
    </li>
  );
}

function ReminderButton({ entry }: { readonly entry: ReleaseEntryRow }) {
  const { release } = entry;
  const locked = release.source === 'catalogue' && release.remind;
  const name = release.remind ? t('releases.remindOff', [release.name]) : t('releases.remindOn', [release.name]);
  return (
    <ActionIcon
      variant="subtle"
      color={release.remind ? 'brand' : 'gray'}
      aria-label={name}
      aria-pressed={release.remind}
      title={locked ? t('releases.watchedReminds') : name}
      disabled={locked}
      onClick={() => void turnReminder(entry)}
    >
      {release.remind ? <IconBell size={16} /> : <IconBellOff size={16} />}
    </ActionIcon>
  );
}

function ItemMenu({ entry, onEdit }: Pick<ReleaseItemProps, 'entry' | 'onEdit'>) {
  const { release } = entry;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('releases.more', [release.name])}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {release.url === null || !/^https?:\/\//.test(release.url) ? null : (
          <Menu.Item
            component="a"
            href={release.url}
            target="_blank"
            rel="noreferrer noopener"
            leftSection={<IconExternalLink size={14} aria-hidden="true" />}
          >
            {t('releases.openPage')}
          </Menu.Item>
        )}
        {release.source === 'catalogue' ? null : (
          <Menu.Item leftSection={<IconPencil size={14} aria-hidden="true" />} onClick={onEdit}>
            {t('releases.edit')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash size={14} aria-hidden="true" />} onClick={() => void takeOff(entry)}>
          {release.source === 'catalogue' ? t('releases.hide') : t('releases.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
