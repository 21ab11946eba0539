import type { UserId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

const PREFIX = 'reset-password:';

/** Files a link for a forgotten password by the hash of its code; earlier links of the account stop working. */
export async function keepResetLink(
  tx: WriteTx,
  link: Readonly<{ id: string; codeHash: string; userId: UserId; at: Instant; expiresAt: Instant }>,
): Promise<void> {
  await forgetResetLinks(tx, link.userId);
  const at = new Date(link.at);
  await tx.authVerification.create({
    data: {
      id: link.id,
      identifier: PREFIX + link.codeHash,
      value: link.userId,
      expiresAt: new Date(link.expiresAt),
      createdAt: at,
      updatedAt: at,
    },
  });
}

/** Whose password the code may set at `now`; null when it is unknown, used or too old. */
export async function findResetLink(
  read: Pick<Reader, 'authVerification'>,
  codeHash: string,
  now: Instant,
): Promise<UserId | null> {
  const row = await read.authVerification.findUnique({ where: { identifier: PREFIX + codeHash } });
  return row === null || row.expiresAt.getTime() <= now ? null : (row.value as UserId);
}

/** No link for this account works any more. */
export async function forgetResetLinks(tx: WriteTx, userId: UserId): Promise<void> {
  await tx.authVerification.deleteMany({ where: { value: userId, identifier: { startsWith: PREFIX } } });
}
