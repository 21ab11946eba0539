import type { ReactNode } from 'react';

type SettingsSectionProps = Readonly<{ id: string; title: string; lead?: ReactNode; children: ReactNode }>;

/** One matter of the settings under its heading. */
export function SettingsSection({ id, title, lead, children }: SettingsSectionProps) {
  return (
    <section aria-labelledby={id} className="border-t border-hairline py-8">
      <h2 id={id} className="font-serif text-2xl font-semibold">
        {title}
      </h2>
      {lead && <p className="mt-2 leading-relaxed text-soft">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
