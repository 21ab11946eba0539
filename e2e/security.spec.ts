import { expect, startStudying, test } from './fixtures';

const PAGES = [
  '/',
  '/today',
  '/decks',
  '/decks/poliomyelitis',
  '/quiz',
  '/review',
  '/settings',
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/nowhere',
];

test('every page carries a policy of its own in which only scripts with its nonce run', async ({ page }) => {
  await startStudying(page);
  const nonces = new Set<string>();
  for (const path of PAGES) {
    const reply = await page.request.get(path);
    const policy = reply.headers()['content-security-policy'] ?? '';
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? '';
    expect(policy).not.toContain('unsafe');
    const html = await reply.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<[a-z][^>]* style="/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(PAGES.length);
});

test('a form that was cut off on its way is told so, and a whole one is taken', async ({ page }) => {
  const html = await (await page.request.get('/')).text();
  const action = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(html)?.[1] ?? '';
  const field = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const whole = `${field(action, '')}${field('tz', 'Europe/Berlin')}--x--\r\n`;
  const send = (data: string) =>
    page.request.post('/', {
      data,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    });
  for (const broken of [whole.slice(0, -8), whole.slice(0, 30), 'anything']) {
    const reply = await send(broken);
    expect([reply.status(), await reply.text()]).toEqual([
      400,
      'The form arrived broken. Go back and send it again.',
    ]);
  }
  const taken = await send(whole);
  expect([taken.status(), taken.headers().location]).toEqual([303, '/today']);
});

test('a guest’s cookie cannot be read by scripts and is not sent along from other sites', async ({
  page,
}) => {
  await startStudying(page);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'hornbook_guest');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('answers that another site makes a browser send are refused', async ({ page }) => {
  await startStudying(page);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
    const reply = await page.request.post('/api/reviews', { headers, data: {} });
    expect(reply.status()).toBe(403);
  }
});

test.describe('what is sent to the API', () => {
  const uuid = '01930000-0000-7000-8000-000000000000';

  for (const [name, body, status] of [
    ['not JSON', '{', 422],
    ['not a batch', '[]', 422],
    ['an empty batch', JSON.stringify({ learnerId: uuid, sentAt: 0, events: [] }), 422],
    ['too many answers', JSON.stringify({ learnerId: uuid, sentAt: 0, events: Array(201).fill({}) }), 422],
    ['a megabyte', JSON.stringify({ learnerId: 'x'.repeat(1_000_000) }), 413],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x22]), 422],
  ] as const) {
    test(`${name} is refused with ${status} and a sentence`, async ({ page }) => {
      await startStudying(page);
      const reply = await page.request.post('/api/reviews', {
        data: body,
        headers: { 'content-type': 'application/json' },
      });
      expect(reply.status()).toBe(status);
      expect((await reply.json()).message).toMatch(/\.$/);
    });
  }

  test('without a learner it is refused with 401', async ({ request }) => {
    const reply = await request.post('/api/reviews', { data: { learnerId: uuid, sentAt: 0, events: [{}] } });
    expect(reply.status()).toBe(401);
  });

  test('a broken answer among whole ones is answered for itself', async ({ page, database }) => {
    await startStudying(page);
    const { sitting } = await (await page.request.get('/api/sitting')).json();
    const whole = (id: string) => ({
      id,
      kind: 'review',
      cardUid: sitting.cards[0].uid,
      grade: 3,
      answeredAt: sitting.builtAt,
      tz: 'UTC',
      tookMs: 1000,
      placedDays: null,
      seenVersion: 1,
      presentationId: id,
    });
    const events = [whole(uuid), { ...whole(uuid.replace('00000000000', '00000000001')), grade: 9 }, 7];
    const reply = await page.request.post('/api/reviews', {
      data: { learnerId: sitting.learnerId, sentAt: sitting.builtAt, events },
    });
    expect(reply.status()).toBe(200);
    const { results } = await reply.json();
    expect(results.map(({ status }: { status: string }) => status)).toEqual([
      'stored',
      'rejected',
      'rejected',
    ]);
    const stored = database.prepare('SELECT count(*) AS n FROM "ReviewEvent" WHERE "learnerId" = ?');
    expect(stored.get(sitting.learnerId)).toEqual({ n: 1 });
  });
});

test('the health page tells version, database, migrations and content, and nothing about people', async ({
  request,
}) => {
  const reply = await request.get('/api/health');
  expect(reply.status()).toBe(200);
  expect(await reply.json()).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: 'ok',
    migrations: { applied: expect.any(Number), latest: expect.any(String), unfinished: [] },
    content: { decks: expect.any(Number), cards: expect.any(Number), publishedAt: expect.any(Number) },
  });
});
