/** Says one line to the person who started us. */
export type Say = (line: string) => void

// The bootstrap hands over when it began, so that installing counts.
const beganMs = Number(process.env.DEMO_BEGAN_MS) || performance.timeOrigin

/** Milliseconds since `npm run demo` was typed. */
export function elapsedMs(): number {
  return performance.timeOrigin + performance.now() - beganMs
}

/** A line with the time it was said at: `  12 s  Migrating`. */
export function sayWithTime(line: string): void {
  console.log(`${String(Math.round(elapsedMs() / 1000)).padStart(4)} s  ${line}`)
}

/** `8 s`, `1 min 40 s`. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
