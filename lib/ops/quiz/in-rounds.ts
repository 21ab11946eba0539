/**
 * Runs jobs that came together in as few rounds as can be: a round has at most one job of each person, so that each job
 * finds what the person's job before it did. Returns the outcomes in the order of the jobs.
 */
export async function inRounds<Job, Outcome>(
  jobs: readonly Job[],
  personOf: (job: Job) => string,
  run: (round: readonly Job[]) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<Job, Outcome>();
  let waiting = jobs;
  while (waiting.length > 0) {
    const persons = new Set<string>();
    const round = waiting.filter((job) => {
      const person = personOf(job);
      return !persons.has(person) && persons.add(person);
    });
    const results = await run(round);
    round.forEach((job, index) => {
      outcomes.set(job, results[index] as Outcome);
    });
    const taken = new Set(round);
    waiting = waiting.filter((job) => !taken.has(job));
  }
  return jobs.map((job) => outcomes.get(job) as Outcome);
}
