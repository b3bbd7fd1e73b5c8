import { type BenchLine, median } from './measure'
import type { Weight } from './page-weight-load'
import type { Target } from './page-weight-targets'

/** Our styles, all in one file, gzip. Printed beside the script; nobody fails. */
const STYLE_AIM = 20_000

/** The page's script over the empty app's, medians of all rounds. */
export function weightLine({ what, limit, problem }: Target, loads: Weight[], empty: Weight[]): BenchLine {
  const line = { id: 'B14', what: `first-load script of ${what}`, target: { atMost: limit } }
  if (problem || loads.length === 0) return { ...line, ratio: Number.NaN, note: problem ?? 'never loaded' }
  const scripts = loads.map(({ script }) => script)
  const page = kB(median(loads.map((load) => load.page)))
  return {
    ...line,
    ratio: median(scripts) / median(empty.map(({ script }) => script)),
    note: `${kB(median(scripts))}, spread ${percent(scripts)}, its HTML ${page}`,
  }
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
