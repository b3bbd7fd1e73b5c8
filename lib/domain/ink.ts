/** The sheet a signature is drawn on, in its own units. */
export const inkSize = { width: 320, height: 120 } as const

export type InkPoint = { x: number; y: number }

const charsMax = 8_000
/** Less is a slip of the finger. */
const pointsMin = 8

/** Strokes as the path of an SVG drawing: where each begins, then steps in whole units. */
export function inkOf(strokes: readonly (readonly InkPoint[])[]): string {
  return strokes.map(strokePath).join('')
}

function strokePath(stroke: readonly InkPoint[]): string {
  let before = { x: 0, y: 0 }
  let path = ''
  for (const [index, point] of stroke.entries()) {
    const here = { x: within(point.x, inkSize.width), y: within(point.y, inkSize.height) }
    if (index === 0) path = `M${here.x} ${here.y}`
    else if (here.x !== before.x || here.y !== before.y) path += `l${here.x - before.x} ${here.y - before.y}`
    before = here
  }
  return path
}

function within(value: number, limit: number): number {
  return Math.min(limit, Math.max(0, Math.round(value)))
}

/** Why a text cannot be kept as a signature, or null when it can. Nothing but such a path ever reaches a page. */
export function inkRefusal(ink: string) {
  if (ink.length > charsMax) return 'ink_too_long'
  if (!/^(?:M\d{1,3} \d{1,3}(?:l-?\d{1,3} -?\d{1,3})*)+$/.test(ink)) return 'ink_unreadable'
  return (ink.match(/[Ml]/g) ?? []).length < pointsMin ? 'ink_too_short' : null
}
