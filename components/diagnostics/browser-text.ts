/** Names browsers give themselves; the one that comes first is the one that is meant. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Edg\/([\d.]+)/, 'Edge'],
  [/Firefox\/([\d.]+)/, 'Firefox'],
  [/(?:Headless)?Chrome\/([\d.]+)/, 'Chrome'],
];

/**
 * Name and version of a browser, without the rest of what it says about the device.
 *
 * @example `Mozilla/5.0 (X11; Linux x86_64) … Chrome/156.0.0.0 Safari/537.36` is `Chrome 156.0.0.0`
 */
export function browserText(userAgent: string): string {
  for (const [pattern, name] of NAMES) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return '–';
}
