import type { OpenSession } from '@/lib/accounts/account';
import type { Instant, TimeZone } from '@/lib/base/time';
import { ActionForm, type FormAction } from './action-form';

type SessionListProps = Readonly<{
  sessions: readonly OpenSession[];
  /** Where the person reads the clock. */
  tz: TimeZone;
  revoke: FormAction;
}>;

/** The browsers in which the account is signed in, each with a way to end it. */
export function SessionList({ sessions, tz, revoke }: SessionListProps) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {sessions.map(({ id, device, signedInAt, here }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-4 py-3">
          <span>
            {device}
            {here && <strong className="font-semibold"> · this browser</strong>}
            <span className="block text-sm text-soft">{`Signed in on ${dayAndTimeOf(signedInAt, tz)}`}</span>
          </span>
          {!here && (
            <ActionForm action={revoke} submit={`Sign out ${device}`} fields={[]} quiet>
              <input type="hidden" name="id" value={id} />
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The time as well: two browsers of the same name may have come on the same day. */
function dayAndTimeOf(at: Instant, timeZone: TimeZone): string {
  const day = new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const time = new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return `${day} at ${time}`;
}
