import { parseHTML } from 'linkedom';
import { afterAll, expect, test, vi } from 'vitest';
import { isForRow } from './row-click';

const { document, Element } = parseHTML(`<body>
  <main role="dialog">
    <div id="row"><p id="cell"><b id="word">Dunk</b></p><button><svg id="icon"></svg></button><label id="mark"></label></div>
    <div id="next"></div>
  </main>
  <div role="menu"><div id="item"></div></div>
</body>`);
vi.stubGlobal('Element', Element);
afterAll(() => vi.unstubAllGlobals());

const at = (id: string): Element => {
  const element = document.querySelector(`#${id}`);
  if (element === null) throw new Error(`${id} is not there`);
  return element;
};

// The whole list lies in a dialog: that alone does not make a click somebody else's.
test.each([
  ['the row itself', 'row', true],
  ['a word in it', 'word', true],
  ['a part of a button', 'icon', false],
  ['the box to mark it by', 'mark', false],
  ['a menu that opened out of it', 'item', false],
  ['another row', 'next', false],
])('%s', (_, id, opens) => expect(isForRow(at(id), at('row'))).toBe(opens));
