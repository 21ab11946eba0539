import type { ReactNode } from 'react';
import { learnerIdOf } from '@/app/learner';
import { OutboxKeeper } from '@/components/offline/outbox-keeper';
import { ChangeKeeper } from '@/components/quiz/change-keeper';
import { KeptDay } from './kept-day';

export default async function StudyLayout({ children }: Readonly<{ children: ReactNode }>) {
  const learnerId = await learnerIdOf();
  return (
    <>
      {children}
      {learnerId !== null && (
        <>
          <OutboxKeeper learnerId={learnerId} />
          <ChangeKeeper learnerId={learnerId} />
          <KeptDay learnerId={learnerId} />
        </>
      )}
    </>
  );
}
