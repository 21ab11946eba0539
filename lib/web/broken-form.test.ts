import { expect, test } from 'vitest';
import { isBrokenForm } from './broken-form';

const WHOLE = '--x\r\nContent-Disposition: form-data; name="id"\r\n\r\n1\r\n--x--\r\n';
const TYPE = 'multipart/form-data; boundary=x';

function sent(body: string, type = TYPE, more: Readonly<Record<string, string>> = {}) {
  return new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...more },
  });
}

test.each([
  ['cut off', WHOLE.slice(0, 40), TYPE],
  ['without its end', WHOLE.replace('--x--\r\n', ''), TYPE],
  ['that is none', 'anything', TYPE],
  ['that does not say where its parts end', WHOLE, 'multipart/form-data'],
  ['that is empty', '', TYPE],
])('a form %s is broken', async (_, body, type) => {
  expect(await isBrokenForm(sent(body, type))).toBe(true);
});

test('a form as browsers send it is not', async () => {
  const form = new FormData();
  form.set('id', 'ä "quoted" name\r\nand a line');
  form.set('file', new Blob([new Uint8Array([0, 1, 13, 10, 255])]), 'a.bin');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  expect(await isBrokenForm(request)).toBe(false);
  expect(await isBrokenForm(sent(WHOLE))).toBe(false);
});

test.each([
  ['that is no form', sent('{', 'application/json')],
  ['that is too large to be looked at', sent('x', TYPE, { 'content-length': '2000000' })],
  ['that brings nothing', new Request('http://localhost/', { headers: { 'content-type': TYPE } })],
])('a request %s is left to the framework', async (_, request) => {
  expect(await isBrokenForm(request)).toBe(false);
  expect(request.bodyUsed).toBe(false);
});
