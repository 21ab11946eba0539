'use client';

import { type ReactNode, useActionState, useId } from 'react';
import { type FormAnswer, UNTRIED } from '@/lib/accounts/form-answer';

/** Sends a form and says what became of it. */
export type FormAction = (before: FormAnswer, form: FormData) => Promise<FormAnswer>;

export type Field = Readonly<{
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  /** What browsers and password managers fill in. */
  autoComplete: string;
  hint?: string;
}>;

type ActionFormProps = Readonly<{
  action: FormAction;
  submit: string;
  fields: readonly Field[];
  /** Stands between the fields and the button. */
  children?: ReactNode;
  quiet?: boolean;
}>;

/** A form with labels, and refusals in words at the field they are about. It works without a script, too. */
export function ActionForm({ action, submit, fields, children, quiet = false }: ActionFormProps) {
  const [answer, send, pending] = useActionState(action, UNTRIED);
  const id = useId();
  const about = (name: string) => answer.kind === 'refused' && answer.field === name;
  const elsewhere = !fields.some(({ name }) => about(name));
  return (
    <form action={send} noValidate className="space-y-5">
      {fields.map((field) => (
        <LabelledField
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          kept={answer.kept[field.name] ?? ''}
          problem={about(field.name) ? answer.message : null}
        />
      ))}
      {children}
      {answer.message !== null && elsewhere && (
        <p role={answer.kind === 'refused' ? 'alert' : 'status'} className={looksOf(answer)}>
          {answer.message}
        </p>
      )}
      <button type="submit" disabled={pending} className={`button ${quiet ? 'button-quiet' : ''}`}>
        {submit}
      </button>
    </form>
  );
}

type LabelledFieldProps = Readonly<{ id: string; field: Field; kept: string; problem: string | null }>;

function LabelledField({ id, field, kept, problem }: LabelledFieldProps) {
  const { name, label, type, autoComplete, hint } = field;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={type === 'password' ? undefined : kept}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={described || undefined}
        className="mt-1.5 block min-h-12 w-full rounded border border-edge bg-raised px-3"
      />
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className="mt-1.5 text-again">
          {problem}
        </p>
      )}
    </div>
  );
}

function looksOf({ kind }: FormAnswer): string {
  return kind === 'refused' ? 'text-again' : 'text-good';
}
