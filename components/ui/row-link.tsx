import styles from './row-link.module.css';

/** The name of a row: what opens its detail by keyboard. */
export function RowLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a className={styles['link']} href={href} title={children}>
      {children}
    </a>
  );
}
