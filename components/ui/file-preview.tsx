import styles from './file-preview.module.css';

/** More lines than a person looks through one by one. */
const SHOWN = 200;
/** So few reasons are read at once; more are opened by whoever wants them. */
const OPEN = 5;

interface UnreadLinesProps<Line> {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Where it stands and why it could not be read. */
  readonly why: (line: Line) => string;
}

/** Lines of a file that could not be read; nothing where all could. */
export function UnreadLines<Line extends { readonly text: string }>({ title, lines, why }: UnreadLinesProps<Line>) {
  if (lines.length === 0) return null;
  return (
    <details className={styles['unread']} open={lines.length <= OPEN}>
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={`${why(line)}|${line.text}`}>
            {why(line)} <code>{line.text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface DatedLine {
  readonly key: string;
  readonly day: string;
  readonly name: string;
  /** Said more quietly below the name. */
  readonly below: string;
  readonly figure: string;
}

interface DatedLinesProps<Line> {
  readonly lines: readonly Line[];
  readonly show: (line: Line) => DatedLine;
  /** What is said of those that are not shown, by their number. */
  readonly more: (left: number) => string;
}

/** What a file brings, a line for each: its day, what it is, its figure. */
export function DatedLines<Line>({ lines, show, more }: DatedLinesProps<Line>) {
  return (
    <>
      <table className={styles['lines']}>
        <tbody>
          {lines
            .slice(0, SHOWN)
            .map(show)
            .map(({ key, day, name, below, figure }) => (
              <tr key={key}>
                <td>{day}</td>
                <td>
                  {name}
                  <div className={styles['quiet']}>{below}</div>
                </td>
                <td className="archvd-figure">{figure}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {lines.length > SHOWN ? <p className={styles['quiet']}>{more(lines.length - SHOWN)}</p> : null}
    </>
  );
}
