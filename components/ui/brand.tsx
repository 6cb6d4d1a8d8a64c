import styles from './brand.module.css';

/** The mark and the name; one glyph, drawn here so that no picture has to be loaded. */
export function Brand() {
  return (
    <span className={styles['brand']}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <rect width="18" height="18" rx="4.5" fill="var(--mantine-color-indigo-6)" />
        <path
          d="M4.5 13 9 4.5 13.5 13M6.4 10.2h5.2"
          fill="none"
          stroke="#fff"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>ArchVD</span>
    </span>
  );
}
