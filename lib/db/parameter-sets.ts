import { z } from 'zod';
import type { ParameterSetId } from '@/lib/base/ids';
import type { SchedulingParams } from '@/lib/scheduling/model';
import type { WriteTx } from './writer';

const Values = z.strictObject({
  weights: z.array(z.number()).length(21),
  desiredRetention: z.number(),
  learningStepsMinutes: z.array(z.number()),
  relearningStepsMinutes: z.array(z.number()),
  maximumIntervalDays: z.number(),
  dayStartHour: z.number(),
});

/** The parameters from the JSON of their row. Throws on a row that is not one: nothing can be scheduled without. */
export function parseParameters(id: ParameterSetId, values: string): SchedulingParams {
  return { id, ...Values.parse(JSON.parse(values)) };
}

/** Makes sure the set is stored. A set is immutable: one that stands under this id stays as it is. */
export async function keepParameterSet(tx: WriteTx, { id, ...values }: SchedulingParams): Promise<void> {
  await tx.parameterSet.upsert({
    where: { id },
    create: { id, values: JSON.stringify(values) },
    update: {},
  });
}
