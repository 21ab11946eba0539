import { describe, expect, it } from 'vitest';
import { rememberedSwitch } from './remembered-switch';

const KEY = 'hornbook.time-hidden';

/** What a browser keeps of texts; one that is forbidden throws at each touch. */
function device({ forbidden = false } = {}) {
  const kept = new Map<string, string>();
  const texts = () => {
    if (forbidden) throw new Error('forbidden');
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  return { kept, open: () => rememberedSwitch(texts, KEY) };
}

describe('a switch that the device remembers', () => {
  it('is off until somebody puts it on, and then on for whoever comes after', () => {
    const { open } = device();
    const first = open();
    expect(first.isOn()).toBe(false);
    first.set(true);
    expect(first.isOn()).toBe(true);
    expect(open().isOn()).toBe(true);
  });

  it('leaves nothing behind when it is put off again', () => {
    const { kept, open } = device();
    const one = open();
    one.set(true);
    one.set(false);
    expect(open().isOn()).toBe(false);
    expect([...kept]).toEqual([]);
  });

  it('tells those who listen, and stops when they leave', () => {
    const one = device().open();
    const heard: boolean[] = [];
    const leave = one.subscribe(() => heard.push(one.isOn()));
    one.set(true);
    leave();
    one.set(false);
    expect(heard).toEqual([true]);
  });

  it('works for as long as the page is open where site data is forbidden', () => {
    const { open } = device({ forbidden: true });
    const one = open();
    one.set(true);
    expect(one.isOn()).toBe(true);
    expect(open().isOn()).toBe(false);
  });
});
