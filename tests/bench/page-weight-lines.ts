import { type BenchLine, median } from './measure'
import type { Weight } from './page-weight-load'

/** A page that was weighed, or why it was not. */
export type Weighed = { what: string; route: string; loads: Weight[]; problem?: string }

/** Our styles, all in one file, gzip. Printed beside the script; nobody fails. */
const STYLE_AIM = 20_000

/** The page's script over the empty app's, medians of all rounds. */
export function weightLine({ what, route, loads, problem }: Weighed, empty: Weight[]): BenchLine {
  const line = { id: 'B14', what: `first-load script of ${what}`, target: { atMost: limitOf(route) } }
  if (problem || loads.length === 0) return { ...line, ratio: Number.NaN, note: problem ?? 'never loaded' }
  const scripts = loads.map(({ script }) => script)
  const page = kB(median(loads.map((load) => load.page)))
  return {
    ...line,
    ratio: median(scripts) / median(empty.map(({ script }) => script)),
    note: `${kB(median(scripts))}, spread ${percent(scripts)}, its HTML ${page}`,
  }
}

/** How many times an empty app a page may weigh: less for what people open on their phones. */
function limitOf(route: string): number {
  const isForEverybody = ['/', '/locked-out', '/message', '/my'].includes(route) || route.startsWith('/my/')
  return isForEverybody ? 1.35 : 1.5
}

/** What the ratios stand on. */
export function emptyLine(empty: Weight[]): BenchLine {
  const scripts = empty.map(({ script }) => script)
  const note = `${kB(median(scripts))} in ${scripts.length} loads, spread ${percent(scripts)}; all sizes after gzip`
  return { id: 'B14', what: 'first-load script of an empty app', ratio: 1, target: null, note }
}

/** The most style any page fetches, over what we aim at. */
export function styleLine(loads: Weight[]): BenchLine {
  const most = Math.max(...loads.map(({ style }) => style))
  const note = `${kB(most)} of ${kB(STYLE_AIM)}`
  return { id: 'B14', what: 'styles of any page over our aim', ratio: most / STYLE_AIM, target: null, note }
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

/** From the lightest load to the heaviest: a page fetches the same each time, or the network was not yet silent. */
function percent(values: number[]): string {
  return `${((100 * (Math.max(...values) - Math.min(...values))) / median(values)).toFixed(1)} %`
}
