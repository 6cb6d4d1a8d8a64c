import { IconShoe } from '@tabler/icons-react';
import styles from './picture.module.css';

/** A square of fixed size: the pair's picture, or a shoe while there is none. Decorative: the name stands beside it. */
export function PairPicture({ url, size = 32 }: { readonly url: string | null; readonly size?: number }) {
  return (
    <span className={styles['picture']} style={{ width: size, height: size }} aria-hidden="true">
      {url === null ? (
        <IconShoe size={size * 0.56} stroke={1.4} />
      ) : (
        <img src={url} alt="" loading="lazy" decoding="async" />
      )}
    </span>
  );
}
