import { addFault, type Fault, type FaultKind, listFaults, removeFaults } from '../../graph/faults'
import type { World } from '../../world/world'
import { type Html, html } from '../html'

/** What can be made to go wrong before an audience; the control API knows more. */
const kinds = {
  '429': 'Too many requests (429), wait 10 seconds',
  '503': 'Service unavailable (503), nothing done',
  '504-after': 'Gateway timeout (504), but it was done',
  'reset-before': 'Connection cut, nothing done',
  'reset-after': 'Connection cut, but it was done',
  timeout: 'No answer at all',
  slow: 'Three seconds late',
} as const satisfies Partial<Record<FaultKind, string>>

const calls = {
  all: { words: 'Every call', match: {} },
  methods: { words: 'Reading somebody’s methods', match: { method: 'GET', path: '/authentication/' } },
  delete: { words: 'Deleting a method', match: { method: 'DELETE', path: '/authentication/' } },
  pass: { words: 'Creating a pass', match: { method: 'POST', path: '/temporaryAccessPassMethods' } },
  people: { words: 'Reading people', match: { method: 'GET', path: '/users(/delta)?(\\?|$)' } },
  mail: { words: 'Sending mail', match: { method: 'POST', path: '/sendMail' } },
} as const satisfies Record<string, { words: string; match: Fault['match'] }>

const often = { '1': 'once', '3': 'three times', always: 'until cleared' } as const

/** The faults that wait, and a form for one more. */
export function faultForm(world: World): Html {
  const faults = listFaults(world)
  return html`<div class="sheet stack">
${faults.length > 0 && html`<ul class="stack tight" aria-label="Faults">${faults.map(faultLine)}</ul>`}
<form class="stack" method="post" action="/world/fault"><div class="cards">
${select('kind', 'What goes wrong', kinds)}
${select('calls', 'Which calls', Object.fromEntries(Object.entries(calls).map(([key, { words }]) => [key, words])))}
${select('often', 'How often', often)}</div>
<div class="row"><button class="primary">Add fault</button>${faults.length > 0 && html`<button formaction="/world/clear-faults">Clear faults</button>`}</div></form></div>`
}

/** Adds the fault a form describes. False when it describes none. */
export function addFaultFrom(world: World, form: URLSearchParams): boolean {
  const kind = keyOf(kinds, form.get('kind'))
  const call = keyOf(calls, form.get('calls'))
  const count = keyOf(often, form.get('often'))
  if (!kind || !call || !count) return false
  const left = count === 'always' ? null : Number(count)
  addFault(world, { match: calls[call].match, fault: kind, left, retryAfterSeconds: 10, delayMs: 3_000 })
  return true
}

export function clearFaults(world: World): void {
  removeFaults(world, null)
}

function faultLine({ fault, match, left, hits }: Fault): Html {
  const kind = keyOf(kinds, fault)
  const call = Object.values(calls).find(
    ({ match: known }) => JSON.stringify(known) === JSON.stringify(match),
  )
  const state = left === 0 ? 'used up' : left === null ? 'until cleared' : `${left} more`
  return html`<li class="spread"><span>${kind ? kinds[kind] : fault} · ${call?.words ?? match.path ?? 'calls by script'}</span><span class="tag">${state}, struck ${hits}</span></li>`
}

function select(name: string, label: string, choices: Record<string, string>): Html {
  return html`<label class="field">${label}<select name="${name}">${Object.entries(choices).map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></label>`
}

function keyOf<Table extends object>(table: Table, value: string | null): keyof Table | null {
  return value !== null && Object.hasOwn(table, value) ? (value as keyof Table) : null // just checked
}
