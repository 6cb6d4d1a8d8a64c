import { createRoot } from 'react-dom/client';
import type { Bridge } from '../bridge/bridge';
import { Popup } from './popup';

export function mountPopup(bridge: Bridge): void {
  document.documentElement.dataset['archvdPlace'] = bridge.place;
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<Popup bridge={bridge} />);
}
