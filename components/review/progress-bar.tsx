import { counted } from '@/components/ui/quantity';
import type { QueueCounts } from '@/lib/scheduling/sitting';

type ProgressBarProps = Readonly<{ answered: number; left: QueueCounts }>;

/** A hairline over the card: what is done in ink, what is left in the colours of the three queues. */
export function ProgressBar({ answered, left }: ProgressBarProps) {
  const parts = [
    { width: answered, look: 'fill-ink' },
    { width: left.learning, look: 'fill-again/45' },
    { width: left.review, look: 'fill-good/45' },
    { width: left.new, look: 'fill-easy/45' },
  ];
  const total = Math.max(1, answered + left.learning + left.review + left.new);
  let from = 0;
  return (
    <svg
      viewBox={`0 0 ${total} 4`}
      preserveAspectRatio="none"
      className="block h-[3px] w-full bg-hairline"
      role="img"
      aria-label={`${counted(answered, 'card', 'cards')} answered; left: ${left.new} new, ${left.learning} learning, ${left.review} to review`}
    >
      {parts.map(({ width, look }) => {
        const x = from;
        from += width;
        return <rect key={look} x={x} width={width} height="4" className={look} />;
      })}
    </svg>
  );
}
