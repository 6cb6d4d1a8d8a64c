import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '@/components/overlay/hand-over';
import { mountCard } from '@/components/overlay/mount';

/** Put in by the background right behind the overlay, which reads the page: draws the card. */
export default defineUnlistedScript(() => handOver(mountCard));
