import { expect, test } from 'vitest';
import { browserText } from './browser-text';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

test.each([
  [CHROME, 'Chrome 156.0.0.0'],
  [CHROME.replace('Chrome/', 'HeadlessChrome/'), 'Chrome 156.0.0.0'],
  [`${CHROME} Edg/156.0.1.2`, 'Edge 156.0.1.2'],
  ['Mozilla/5.0 (Windows NT 10.0; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox 142.0'],
  ['curl/8', '–'],
])('%s', (userAgent, text) => {
  expect(browserText(userAgent)).toBe(text);
});
