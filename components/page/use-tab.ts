import { useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { stateOfTab, type TabState } from './tab-state';

/** Follows the tab in front. What a page's card says counts only when it has the shape agreed on. */
export function useTab(): TabState {
  const { tab } = useBridge();
  const [state, setState] = useState<TabState>(tab === undefined ? { state: 'alone' } : { state: 'loading' });
  useEffect(() => tab?.follow(({ site, view }) => setState(stateOfTab(site, view))), [tab]);
  return state;
}
