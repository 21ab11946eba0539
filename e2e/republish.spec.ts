import {
  allSaved,
  deckFolder,
  expect,
  learnerOf,
  logOf,
  openReview,
  qa,
  startStudying,
  test,
} from './fixtures';

test('a deck that is edited and published again keeps what a learner did with it', async ({
  page,
  database,
}) => {
  const slug = 'republished';
  const folder = deckFolder(slug);
  const tone = 'How does tone change in a lower motor neuron lesion?';
  const bulk = 'How does bulk change in a lower motor neuron lesion?';
  expect(
    folder.publish(qa('tone', tone, 'It **falls**.'), qa('bulk', bulk, 'It wastes early.')),
  ).toMatchObject({
    status: 0,
    stdout: `${slug}: revision 1, 2 added\n`,
  });

  await startStudying(page);
  await openReview(page, `/review?deck=${slug}`);
  await expect(page.getByRole('region', { name: 'Question' })).toHaveText(tone);
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await allSaved(page);
  const learnerId = await learnerOf(page);
  const state = () => database.prepare('SELECT * FROM "CardState" WHERE "learnerId" = ?').all(learnerId);
  const [log, before] = [logOf(database, learnerId), state()];

  const reworded = tone.replace('change', 'alter');
  expect(
    folder.publish(qa('bulk', bulk, 'It wastes early.'), qa('tone', reworded, 'It is reduced.')),
  ).toMatchObject({
    status: 0,
    stdout: `${slug}: revision 2, 1 changed, 1 moved\n`,
  });
  expect(logOf(database, learnerId)).toEqual(log);
  expect(state()).toEqual(before);
  await page.goto(`/decks/${slug}`);
  await expect(page.getByText(reworded)).toBeVisible();
  await openReview(page, `/review?deck=${slug}`);
  await expect(page.getByRole('region', { name: 'Question' })).toHaveText(bulk);

  const broken = folder.publish(qa('bulk', bulk, 'It wastes.').replace('src=book', 'src=nobody'));
  expect(broken.status).toBe(1);
  expect(broken.stderr).toMatch(/deck\.md:\d+:\d+ error S12-/);
  await page.goto(`/decks/${slug}`);
  await expect(page.getByText(reworded)).toBeVisible();
  folder.remove();
});
