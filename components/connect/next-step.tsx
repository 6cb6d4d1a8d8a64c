import { Button } from '@mantine/core';
import { IconCalendarCheck, IconEye, IconReceipt2, IconShoe } from '@tabler/icons-react';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './connect.module.css';
import { Step } from './step';

const WAYS = [
  {
    icon: IconReceipt2,
    screen: 'inventory',
    title: () => t('connect.wayCosts'),
    text: () => t('connect.wayCostsText'),
  },
  { icon: IconShoe, screen: 'inventory', title: () => t('connect.wayAdd'), text: () => t('connect.wayAddText') },
  { icon: IconEye, screen: 'market', title: () => t('connect.wayWatch'), text: () => t('connect.wayWatchText') },
] as const;

/** The books are filled: three good ways on. Any of them ends the first run. */
export function NextStep({ onEnd }: { readonly onEnd: () => void }) {
  return (
    <Step title={t('connect.nextTitle')} lead={t('connect.nextText')} wide>
      <div className={styles['ways']}>
        {WAYS.map(({ icon: Picture, screen, title, text }, index) => (
          <a key={index} className={styles['way']} href={routeHref({ screen })} onClick={onEnd}>
            <Picture size={20} stroke={1.6} aria-hidden="true" />
            <strong>{title()}</strong>
            <span>{text()}</span>
          </a>
        ))}
      </div>
      <Button leftSection={<IconCalendarCheck size={16} aria-hidden="true" />} onClick={onEnd}>
        {t('connect.goOn')}
      </Button>
    </Step>
  );
}
