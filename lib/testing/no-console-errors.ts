import { afterEach, expect, vi } from 'vitest';

// A test that makes the program complain fails, unless it expects the complaint and clears the spy.
const complaints = vi.spyOn(console, 'error');

afterEach(() => {
  const seen = complaints.mock.calls.map((call) => call.join(' '));
  complaints.mockClear();
  expect(seen).toEqual([]);
});
