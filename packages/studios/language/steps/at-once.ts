/** Works on values, so many at a time, and returns what comes of them in their order. The first failure ends it. */
export async function atOnce<Value, Result>(
  values: readonly Value[],
  most: number,
  work: (value: Value, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let hasFailed = false;
  const worker = async () => {
    while (next < values.length && !hasFailed) {
      const index = next++;
      try {
        results[index] = await work(values[index]!, index);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, values.length) }, worker));
  return results;
}
