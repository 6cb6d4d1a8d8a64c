import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDesk } from '@/lib/desk/desk';

/** What a person asks for as a file of its own: the background loads it at the first such message of its life. */
export default defineUnlistedScript(() => {
  globalThis.archvdDesk = createDesk;
});
