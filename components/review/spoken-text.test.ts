import { describe, expect, it } from 'vitest';
import { type Readable, spokenText } from './spoken-text';

describe('the text read aloud', () => {
  it('says the label of a gap, not its dots', () => {
    const gap = { ...element('SPAN', text('[…]')), ariaLabel: 'blank, hint: which part' };
    expect(spokenText(element('DIV', element('P', text('It starts in the '), gap, text('.'))))).toBe(
      'It starts in the blank, hint: which part.',
    );
  });

  it('pauses between paragraphs and list items that have no stop of their own', () => {
    const list = element('UL', element('LI', text('Tone')), element('LI', text('Bulk?')));
    expect(spokenText(element('DIV', element('P', text('Name two')), list))).toBe('Name two. Tone. Bulk?');
  });

  it('reads a table row by row', () => {
    const row = (...cells: string[]) => element('TR', ...cells.map((cell) => element('TD', text(cell))));
    expect(spokenText(element('TABLE', row('Tone', 'low'), row('Bulk', 'falls')))).toBe(
      'Tone, low. Bulk, falls.',
    );
  });

  it('leaves out what is hidden from screen readers and the label of the whole', () => {
    const icon = { ...element('SVG', text('→')), ariaHidden: 'true' };
    const whole = { ...element('DIV', icon, text(' Weakness\n ')), ariaLabel: 'Answer' };
    expect(spokenText(whole)).toBe('Weakness');
  });
});

function text(nodeValue: string): Readable {
  return { nodeName: '#text', nodeValue, childNodes: [] };
}

function element(nodeName: string, ...childNodes: Readable[]): Readable {
  return { nodeName, nodeValue: null, childNodes };
}
