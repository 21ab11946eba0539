import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrubbed, scrubbedText } from './log-scrub';

const TOKEN = 'q0Zs3fJ-8kLmN1oPqRsTuVwXyZ_a2b4c6d8e0f1G3h5';

describe('what is logged', () => {
  it.each([
    ['an e-mail address', 'no account for ann.lee+exam@uni.example here', 'ann.lee'],
    ['a token in an address', `GET /reset/${TOKEN} failed`, TOKEN],
    ['a cookie', `hornbook_guest=${TOKEN}; other=1`, TOKEN],
    ['a short cookie', 'better-auth.session_token=abc.def', 'abc.def'],
    ['a bearer token', 'authorization: Bearer abc.def', 'abc.def'],
    ['a hash', 'key 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', '9f86d081'],
    ['a secret of ours', 'signed with plain words', 'plain words'],
  ])('O01 hides %s in any text', (_, text, secret) => {
    expect(scrubbedText(text, ['plain words'])).not.toContain(secret);
  });

  it.each([
    'password',
    'newPassword',
    'token',
    'cookie',
    'set-cookie',
    'authorization',
    'email',
    'clientSecret',
  ])('O01 hides the field %s, however deep', (name) => {
    const logged = JSON.stringify(scrubbed({ request: [{ [name]: 'short' }] }, []));
    expect(logged).toContain(name);
    expect(logged).not.toContain('short');
  });

  it('keeps the name of a backup, which an operator has to find', () => {
    const file = '/srv/backups/hornbook-20261124T142807443Z-hourly.db';
    expect(scrubbed({ file }, [])).toEqual({ file });
  });

  it('keeps what helps: ids of cards and requests, file names, the stack of an error and its cause', () => {
    const error = new Error('card 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b in node_modules_next_dist_server.js', {
      cause: new Error('disk'),
    });
    expect(scrubbed({ error }, [])).toMatchObject({
      error: { message: error.message, stack: error.stack, cause: { message: 'disk' } },
    });
  });

  it('O02 is one line, whatever a request sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = JSON.stringify(scrubbed({ text: `${text}\r\n\u001b[31m{"level":"info"}` }, []));
        expect([...line].every((letter) => letter >= ' ')).toBe(true);
      }),
    );
  });

  it('does not loop in what holds itself', () => {
    const self: Record<string, unknown> = {};
    self.self = self;
    expect(scrubbed(self, [])).toEqual({ self: '[…]' });
  });
});
