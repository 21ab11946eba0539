import { describe, expect, test } from 'vitest';
import { optionClass } from './option-class';

describe('the class of an answer', () => {
  test.each([
    ['Prednisone', 'drug'],
    ['Oral acyclovir', 'drug'],
    ['Enterovirus D68', null],
    ['Poliovirus type 1', 'organism'],
    ['Muscle biopsy', 'test'],
    ['Electromyography', 'test'],
    ['Anterior horn of the spinal cord', 'site'],
    ['Guillain–Barré syndrome', 'disease'],
    ['Poliomyelitis', 'disease'],
    ['Loss of symmetry', null],
    ['25%', 'number'],
    ['Start treatment now', null],
  ])('%s is %s', (text, name) => {
    expect(optionClass(text)).toBe(name);
  });
});
