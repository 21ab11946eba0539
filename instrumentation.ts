/**
 * Runs once when the server starts: opens the database, and ends the server when that cannot be trusted. A server that
 * answered every page with an error would look alive to whoever watches it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { database } = await import('@/lib/web/database');
  try {
    await database();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
