import { Menu } from '@mantine/core';
import { IconDots, type Icon } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './app-shell.module.css';
import { Brand } from './brand';
import { t } from './text';
import { useWide } from './use-wide';

export interface Destination {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly href: string;
  /** How much there needs the person; 0 shows nothing. */
  readonly needsYou: number;
}

export interface AppShellProps {
  readonly destinations: readonly Destination[];
  readonly current: string;
  /** Marks a build that talks to another market than alias's own. */
  readonly mark: ReactNode;
  /** Finds everything by its name. */
  readonly search: ReactNode;
  /** Sync state and its button. */
  readonly status: ReactNode;
  readonly banners: ReactNode;
  /** A line below the screen: what is under way. */
  readonly tray: ReactNode;
  readonly children: ReactNode;
}

/** How many destinations fit at the bottom of a panel before "More". */
const AT_BOTTOM = 4;

/** The same app at every width: words in a rail at the left, or icons in a rail at the bottom. */
export function AppShell(props: AppShellProps) {
  const wide = useWide();
  useArrival(props.current, props.destinations.find(({ id }) => id === props.current)?.label ?? '');
  return (
    <div className={styles['shell']} data-wide={wide || undefined}>
      <a className={styles['skip']} href="#main" onClick={skipToMain}>
        {t('shell.skip')}
      </a>
      {wide ? <SideRail {...props} /> : <TopBar {...props} />}
      <main id="main" tabIndex={-1} className={styles['main']}>
        {props.banners}
        <div className={styles['content']}>{props.children}</div>
        {props.tray}
      </main>
      {wide ? null : <BottomRail destinations={props.destinations} current={props.current} />}
    </div>
  );
}

/** The address is taken by the routes, so the skip link moves the focus itself. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** Another screen: its name is the page's title, and the keyboard goes on in it instead of where its link was. */
function useArrival(current: string, label: string): void {
  const before = useRef(current);
  useEffect(() => {
    document.title = `${label} · ${t('app.short')}`;
    if (before.current === current) return;
    before.current = current;
    const main = document.getElementById('main');
    const { activeElement } = document;
    if (activeElement?.closest('[role="dialog"]') || main?.contains(activeElement)) return;
    main?.focus({ preventScroll: true });
  }, [current, label]);
}

function SideRail({ destinations, current, mark, status, search }: AppShellProps) {
  return (
    <header className={styles['side']}>
      <div className={styles['sideTop']}>
        <Brand />
        {mark}
      </div>
      <div className={styles['sideSearch']}>{search}</div>
      <nav aria-label={t('shell.navigation')} className={styles['sideNav']}>
        {destinations.map(({ id, label, icon: Picture, href, needsYou }) => (
          <a key={id} href={href} className={styles['sideLink']} aria-current={id === current ? 'page' : undefined}>
            <Picture size={18} stroke={1.6} aria-hidden="true" />
            <span>{label}</span>
            <Count value={needsYou} />
          </a>
        ))}
      </nav>
      <div className={styles['sideStatus']}>{status}</div>
    </header>
  );
}

function TopBar({ mark, status, search }: Pick<AppShellProps, 'mark' | 'status' | 'search'>) {
  return (
    <header className={styles['top']}>
      <Brand />
      {mark}
      <div className={styles['topStatus']}>{status}</div>
      <div className={styles['topSearch']}>{search}</div>
    </header>
  );
}

function BottomRail({
  destinations,
  current,
}: {
  readonly destinations: readonly Destination[];
  readonly current: string;
}) {
  const more = destinations.slice(AT_BOTTOM);
  return (
    <nav aria-label={t('shell.navigation')} className={styles['bottom']}>
      {destinations.slice(0, AT_BOTTOM).map(({ id, label, icon: Picture, href, needsYou }) => (
        <a key={id} href={href} className={styles['bottomLink']} aria-current={id === current ? 'page' : undefined}>
          <Picture size={20} stroke={1.6} aria-hidden="true" />
          <span>{label}</span>
          <Count value={needsYou} />
        </a>
      ))}
      <Menu position="top-end">
        <Menu.Target>
          <button
            type="button"
            className={styles['bottomLink']}
            data-current={more.some(({ id }) => id === current) || undefined}
          >
            <IconDots size={20} stroke={1.6} aria-hidden="true" />
            <span>{t('nav.more')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(({ id, label, icon: Picture, href }) => (
            <Menu.Item key={id} component="a" href={href} leftSection={<Picture size={16} aria-hidden="true" />}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}

function Count({ value }: { readonly value: number }) {
  return value === 0 ? null : (
    <span className={styles['count']}>
      {value}
      <span className="archvd-hidden">{t('shell.needYou')}</span>
    </span>
  );
}
