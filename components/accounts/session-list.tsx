import type { OpenSession } from '@/lib/accounts/account';
import { ActionForm, type FormAction } from './action-form';

type SessionListProps = Readonly<{ sessions: readonly OpenSession[]; revoke: FormAction }>;

/** The browsers in which the account is signed in, each with a way to end it. */
export function SessionList({ sessions, revoke }: SessionListProps) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {sessions.map(({ id, device, signedInAt, here }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-4 py-3">
          <span>
            {device}
            {here && <strong className="font-semibold"> · this browser</strong>}
            <span className="block text-sm text-soft">Signed in on {dayOf(signedInAt)}</span>
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

function dayOf(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
