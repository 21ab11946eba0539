import 'server-only';
import { hasDeck } from '@/lib/ops/content/has-deck';
import { database } from './database';

const DECK_PAGE = /^\/decks\/([^/]+)\/?$/;

/** Whether an address is that of a deck that does not stand. While that cannot be known, it is not: the page will say. */
export async function isMissingDeck(pathname: string): Promise<boolean> {
  const name = DECK_PAGE.exec(pathname)?.[1];
  if (name === undefined) return false;
  try {
    return !(await hasDeck({ db: await database() }, { deck: decodeURIComponent(name) }));
  } catch {
    return false;
  }
}
