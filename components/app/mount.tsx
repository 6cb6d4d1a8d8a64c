import { createRoot } from 'react-dom/client';
import type { Bridge } from '../bridge/bridge';
import { App } from './app';

/** Puts the app into a page of the extension. */
export function mountApp(bridge: Bridge): void {
  document.documentElement.dataset['archvdPlace'] = bridge.place;
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<App bridge={bridge} />);
}
