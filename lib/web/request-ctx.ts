import 'server-only';
import { cache } from 'react';
import { v7 as newId } from 'uuid';
import { identifyGuest } from '@/lib/ops/accounts/identify-guest';
import type { Actor, Ctx, Db } from '@/lib/ops/ctx';
import { database } from './database';
import { presentedTokenHash } from './guest-cookie';
import { signedInActor } from './session';

/** The context of this request: its one instant, and who asks. An account comes before a guest's cookie. */
export const requestCtx = cache(async (): Promise<Ctx> => {
  const now = Date.now();
  const db = await database();
  return { db, actor: (await signedInActor(db)) ?? (await guestActor(db)), now, newId: () => newId() };
});

async function guestActor(db: Db): Promise<Actor> {
  const tokenHash = await presentedTokenHash();
  return tokenHash === null ? { kind: 'nobody' } : identifyGuest({ db }, { tokenHash });
}
