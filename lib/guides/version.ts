/** Whether a version lies in a range; one that is not known lies in every range. */
export function isVersionWithin(
  version: string | null,
  { from, before }: { from: string | null; before: string | null },
): boolean {
  if (version === null) return true
  return (from === null || compare(version, from) >= 0) && (before === null || compare(version, before) < 0)
}

/** Below, at or above zero, part by part: 6.8.9 comes before 6.8.33. */
function compare(one: string, other: string): number {
  const [left, right] = [one, other].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10) || 0),
  )
  const length = Math.max(left?.length ?? 0, right?.length ?? 0)
  for (let index = 0; index < length; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
