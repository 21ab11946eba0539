import type { SchedulingParams } from './model';

/** Cases cost more time than cards and are asked for transfer, not for recall: they may be forgotten a little further. */
const CASE_RETENTION = 0.85;

/**
 * The parameters by which memories of cases are modelled, made from a learner's own: no (re)learning steps, so that a
 * case never comes back on its own study day, and a desired retention of 0.85. The id stays that of the set they are
 * made from, since nothing else decides them.
 */
export function caseParams(params: SchedulingParams): SchedulingParams {
  const known = made.get(params);
  if (known !== undefined) return known;
  const ofCases = {
    ...params,
    desiredRetention: CASE_RETENTION,
    learningStepsMinutes: [],
    relearningStepsMinutes: [],
  };
  made.set(params, ofCases);
  return ofCases;
}

// One object for each set: the engine behind a set is kept by the object.
const made = new WeakMap<SchedulingParams, SchedulingParams>();
