import styles from './problem-text.module.css';

/** Why something did not come to pass, read out as soon as it is there; null: nothing is wrong, and nothing is shown. */
export function ProblemText({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p role="alert" className={styles['problem']}>
      {text}
    </p>
  );
}
