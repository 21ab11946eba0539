/** What a form hears back. `field` names the field the message is about, or null when it is about all of them. */
export type FormAnswer = Readonly<{
  kind: 'untried' | 'refused' | 'done';
  message: string | null;
  field: string | null;
  /** What the person had typed, to stand there again. Never a password. */
  kept: Readonly<Record<string, string>>;
}>;

/** Before anything was sent. */
export const UNTRIED: FormAnswer = { kind: 'untried', message: null, field: null, kept: {} };
