import type { Passwords } from '@/lib/accounts/passwords';

/** Hashes that take no time, for tests that are about something else; `work` says how often one was computed. */
export function countingPasswords(): Passwords & { readonly work: () => number } {
  let work = 0;
  const hash = (password: string) => {
    work += 1;
    return Promise.resolve(`hash of ${password}`);
  };
  return {
    hash,
    verify: async (password, standing) => (await hash(password)) === standing,
    work: () => work,
  };
}
