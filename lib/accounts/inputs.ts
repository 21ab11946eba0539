import { z } from 'zod';
import { messages } from '@/lib/base/messages';

/** ASVS 6.2.1 asks for 8 and recommends more; there is no second factor yet. Characters. */
const PASSWORD_MIN = 10;
/** A bound on the work of hashing. Characters. */
const PASSWORD_MAX = 128;
/** RFC 5321 allows no longer path. */
const EMAIL_MAX = 254;

/** An e-mail address, without the spaces that pasting leaves, in lower case: one person has one spelling. */
export const Email = z
  .string({ error: messages.email })
  .trim()
  .toLowerCase()
  .max(EMAIL_MAX, messages.email)
  .pipe(z.email(messages.email));

/** A password as it is chosen. Any characters; nothing is cut off. */
export const NewPassword = z
  .string({ error: messages.passwordMissing })
  .min(PASSWORD_MIN, messages.passwordTooShort)
  .max(PASSWORD_MAX, messages.passwordTooLong);

/** A password as it is given to prove who one is. */
export const GivenPassword = z
  .string({ error: messages.passwordMissing })
  .min(1, messages.passwordMissing)
  .max(PASSWORD_MAX, messages.wrongCredentials);

/** What signing in takes. */
export const Credentials = z.strictObject({ email: Email, password: GivenPassword });
export type Credentials = z.output<typeof Credentials>;

/** What signing up takes. The token makes an admin, as long as there is none; empty for everybody else. */
export const Registration = z
  .strictObject({ email: Email, password: NewPassword, adminToken: z.string().trim().max(200) })
  .refine(({ email, password }) => password.toLowerCase() !== email, {
    path: ['password'],
    message: messages.passwordIsEmail,
  });
export type Registration = z.output<typeof Registration>;
