/** Lets something happen at most `perMinute` times in any minute. */
export interface Limit {
  /** True, and counted, when it may happen now (milliseconds since some moment). */
  allows(now: number): boolean;
}

export function limitOf(perMinute: number): Limit {
  let times: readonly number[] = [];
  return {
    allows(now) {
      times = times.filter((time) => now - time < 60_000);
      if (times.length >= perMinute) return false;
      times = [...times, now];
      return true;
    },
  };
}
