import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress } from './keymap';

describe('the keys of a block', () => {
  it.each([
    ['a', { kind: 'choose', sign: 'A' }],
    ['E', { kind: 'choose', sign: 'E' }],
    ['7', { kind: 'choose', sign: '7' }],
    ['s', { kind: 'confidence', confidence: 'sure' }],
    ['Enter', { kind: 'onward' }],
    ['n', { kind: 'next' }],
    ['ArrowLeft', { kind: 'previous' }],
    ['f', { kind: 'flag' }],
    ['h', { kind: 'highlight' }],
    ['?', { kind: 'keys' }],
    ['Escape', { kind: 'close' }],
    ['0', null],
    ['x', null],
    ['constructor', null],
  ])('%s means %o', (key, command) => {
    expect(commandOf(press({ key }))).toEqual(command);
  });

  it('rule an option out with Shift, those whose letters are commands too', () => {
    expect(commandOf(press({ key: 'B', shiftKey: true }))).toEqual({ kind: 'strike', sign: 'B' });
    expect(commandOf(press({ key: 'F', shiftKey: true }))).toEqual({ kind: 'strike', sign: 'F' });
  });

  it('leave a field of text all keys but the way out', () => {
    expect(commandOf(press({ key: 'a', target: 'text' }))).toBeNull();
    expect(commandOf(press({ key: 'Enter', target: 'text' }))).toBeNull();
    expect(commandOf(press({ key: 'Escape', target: 'text' }))).toEqual({ kind: 'close' });
  });

  it('leave buttons their Enter, and radio buttons their arrows', () => {
    expect(commandOf(press({ key: 'Enter', target: 'control' }))).toBeNull();
    expect(commandOf(press({ key: 'ArrowRight', target: 'radio' }))).toBeNull();
    expect(commandOf(press({ key: 'Enter', target: 'radio' }))).toEqual({ kind: 'onward' });
  });

  it('leave the browser its modifiers, and a held key does nothing twice', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey', 'repeat'] as const) {
      expect(commandOf(press({ key: 'f', [held]: true }))).toBeNull();
    }
  });
});

function press(some: Partial<KeyPress>): KeyPress {
  return {
    key: '',
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    target: 'page',
    ...some,
  };
}
