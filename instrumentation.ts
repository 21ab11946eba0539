/** Runs once when the server starts: opens the database, which refuses to serve from one that is not safe. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ database }, { notePeers }] = await Promise.all([
    import('@/lib/web/database'),
    import('@/lib/web/peer-address'),
  ]);
  notePeers();
  await database();
}
