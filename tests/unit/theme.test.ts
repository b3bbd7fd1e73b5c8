import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('app/theme.css', 'utf8')

type Rgb = [red: number, green: number, blue: number]

const number = String.raw`([\d.]+)`
const oklch = String.raw`oklch\(${number} ${number} ${number}\)`

/** Every `--color-x: light-dark(day, night)` of the theme, as linear light. */
const colours = new Map(
  [...css.matchAll(new RegExp(String.raw`--color-([\w-]+): light-dark\(${oklch}, ${oklch}\)`, 'g'))].map(
    (found) => {
      const [l, c, h, nightL, nightC, nightH] = found.slice(2).map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      return [String(found[1]), { day: linearRgb(l, c, h), night: linearRgb(nightL, nightC, nightH) }]
    },
  ),
)

/** @see https://bottosson.github.io/posts/oklab/ */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Rgb, other: Rgb): number {
  const luminances = [one, other]
    .map((rgb) => rgb.map((part) => Math.min(1, Math.max(0, part))) as Rgb)
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05)
}

function colour(name: string, theme: 'day' | 'night'): Rgb {
  const found = colours.get(name)
  if (!found) throw new Error(`theme.css has no --color-${name}`)
  return found[theme]
}

const grounds = ['page', 'surface', 'sunken', 'raised']
const meanings = ['safe', 'wait', 'stop', 'note']

const body = [...grounds, ...['accent', ...meanings].map((name) => `${name}-soft`)].map((ground) => [
  'ink',
  ground,
])
const other = [
  ...grounds.flatMap((ground) =>
    ['ink-soft', 'accent', 'accent-strong', ...meanings].map((ink) => [ink, ground]),
  ),
  ...['accent', ...meanings].flatMap((name) => [
    [name, `${name}-soft`],
    [`on-${name}`, name],
    ['ink-soft', `${name}-soft`],
  ]),
  ['on-accent', 'accent-strong'],
]
const outlines = grounds.flatMap((ground) =>
  ['line-strong', 'accent', ...meanings].map((line) => [line, ground]),
)

/** The pairs whose contrast in this theme is under what is asked, with what it is. */
function tooWeak(pairs: string[][], theme: 'day' | 'night', least: number): string[] {
  return pairs
    .map(([ink = '', ground = '']) => ({
      ink,
      ground,
      ratio: contrast(colour(ink, theme), colour(ground, theme)),
    }))
    .filter(({ ratio }) => ratio < least)
    .map(({ ink, ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`)
}

test('the theme was read', () => expect(colours.size).toBeGreaterThan(20))

test('black on white counts 21, as WCAG says', () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21)
})

describe.each(['day', 'night'] as const)('by %s', (theme) => {
  test('body text stands out at least 7 to 1', () => expect(tooWeak(body, theme, 7)).toEqual([]))

  test('all other text at least 4.5 to 1', () => expect(tooWeak(other, theme, 4.5)).toEqual([]))

  test('outlines at least 3 to 1', () => expect(tooWeak(outlines, theme, 3)).toEqual([]))

  test('every colour exists on an ordinary screen, so that what is measured is what is seen', () => {
    const outside = [...colours].filter(([, pair]) =>
      pair[theme].some((part) => part < -0.001 || part > 1.001),
    )
    expect(outside.map(([name]) => name)).toEqual([])
  })
})
