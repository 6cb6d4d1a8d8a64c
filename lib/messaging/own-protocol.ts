import { CONNECTION } from './protocol/connection';
import { DEMO } from './protocol/demo';
import { NOTICES } from './protocol/notices';
import { OPEN_PANEL } from './protocol/open-panel';
import { SITES_PROTOCOL } from './protocol/sites';
import { SYNC } from './protocol/sync';

/** The messages the worker answers by itself. The schemas of all the others come with the desk, which answers them. */
export const OWN_PROTOCOL = {
  ...CONNECTION,
  ...SYNC,
  ...DEMO,
  ...NOTICES,
  ...OPEN_PANEL,
  ...SITES_PROTOCOL,
} as const;
