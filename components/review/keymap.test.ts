import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress } from './keymap';

describe('the keys of a review', () => {
  it.each([
    ['Space shows the answer', ' ', 'front', { kind: 'reveal' }],
    ['Enter shows the answer', 'Enter', 'front', { kind: 'reveal' }],
    ['Space is Good on the back', ' ', 'back', { kind: 'grade', grade: 3 }],
    ['a digit grades', '1', 'back', { kind: 'grade', grade: 1 }],
    ['a digit means nothing before the answer shows', '1', 'front', null],
    ['there is no fifth grade', '5', 'back', null],
    ['Z undoes', 'z', 'front', { kind: 'undo' }],
    ['Z undoes after the last card', 'z', 'none', { kind: 'undo' }],
    ['capitals count too', 'B', 'front', { kind: 'bury' }],
    ['S suspends', 's', 'back', { kind: 'suspend' }],
    ['nothing is suspended after the last card', 's', 'none', null],
    ['E opens the notes', 'e', 'back', { kind: 'notes' }],
    ['a question mark shows the keys', '?', 'none', { kind: 'keys' }],
    ['other keys mean nothing', 'x', 'back', null],
    ['names of the prototype mean nothing', 'constructor', 'back', null],
    ['Space means nothing while waiting', ' ', 'none', null],
  ] as const)('%s', (_, key, side, command) => {
    expect(commandOf(press({ key }), side)).toEqual(command);
  });

  it.each([
    ['while it is held down', { repeat: true }],
    ['with Ctrl', { ctrlKey: true }],
    ['with Cmd', { metaKey: true }],
    ['with Alt', { altKey: true }],
    ['inside a text field', { target: 'text' }],
  ] as const)('do not fire %s', (_, held) => {
    expect(commandOf(press({ key: '3', ...held }), 'back')).toBeNull();
  });

  it.each(['ctrlKey', 'metaKey'] as const)('undo with %s and Z', (modifier) => {
    expect(commandOf(press({ key: 'z', [modifier]: true }), 'back')).toEqual({ kind: 'undo' });
  });

  it('leave Space and Enter to a focused button, but not the digits', () => {
    expect(commandOf(press({ key: ' ', target: 'control' }), 'back')).toBeNull();
    expect(commandOf(press({ key: '2', target: 'control' }), 'back')).toEqual({ kind: 'grade', grade: 2 });
  });
});

function press(given: Partial<KeyPress>): KeyPress {
  return { key: '', ctrlKey: false, metaKey: false, altKey: false, repeat: false, target: 'page', ...given };
}
