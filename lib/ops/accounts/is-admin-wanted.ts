import { countAccounts } from '@/lib/db/accounts';
import type { Ctx } from '../ctx';

/** Whether the admin token of this server still opens something: there is no admin yet. Anyone may ask. */
export async function isAdminWanted({ db }: Pick<Ctx, 'db'>): Promise<boolean> {
  return (await countAccounts(db.read)).admins === 0;
}
