import 'server-only';
import { cache } from 'react';
import { v7 as newId } from 'uuid';
import { identifyGuest } from '@/lib/ops/accounts/identify-guest';
import type { Actor, Ctx } from '@/lib/ops/ctx';
import { database } from './database';
import { presentedTokenHash } from './guest-cookie';

/** The context of this request: its one instant, and who asks by the cookie the browser sent. */
export const requestCtx = cache(async (): Promise<Ctx> => {
  const now = Date.now();
  const db = await database();
  const tokenHash = await presentedTokenHash();
  const actor: Actor = tokenHash === null ? { kind: 'nobody' } : await identifyGuest({ db }, { tokenHash });
  return { db, actor, now, newId: () => newId() };
});
