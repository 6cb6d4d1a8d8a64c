import { createRoot } from 'react-dom/client';
import { CARD_STYLES } from '@/components/overlay/styles';
import { adoptStyles } from '@/lib/overlay/adopt-styles';
import { createHost } from '@/lib/overlay/host';

/** The card's frame in its shadow root and nothing in it: no page is read, nothing is asked. What the card's own paint is held against. */
const host = createHost(document, 'archvd-card', 'open');
adoptStyles(host.container, CARD_STYLES);
const box = host.container.appendChild(document.createElement('div'));
box.className = 'root';
createRoot(box).render(
  <section className="dock" style={{ top: 100 }}>
    <div className="card">
      <header className="head">ArchVD</header>
      <div className="body">
        <div className="part">Empty</div>
      </div>
    </div>
  </section>,
);
