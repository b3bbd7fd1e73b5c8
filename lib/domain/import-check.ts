import { findRepeats, type ImportRow, type RowProblem, shapeProblems, yesOrNo } from './import'
import { membershipRefusal } from './membership'

/** Somebody of the directory, as far as an import has to know them. */
export type ImportPerson = {
  id: string
  userType: string
  isEnabled: boolean
  leftAt: Date | null
  isBreakGlass: boolean
  openWaveId: string | null
}

export type ImportWindow = { id: string; name: string; site: string }

/** What the rows of a file are held against. */
export type ImportContext = {
  waveId: string
  /** By address in lower case. */
  people: ReadonlyMap<string, ImportPerson>
  windows: readonly ImportWindow[]
}

/** A row with everything that is wrong with it, and whom and what it names. */
export type CheckedRow = ImportRow & {
  problems: RowProblem[]
  personId: string | null
  delegateId: string | null
  /** The window wished for by name or by site; null for none. */
  windowId: string | null
}

/** Holds every row of a file against itself, the other rows, the directory and the wave. */
export function checkRows(rows: readonly ImportRow[], context: ImportContext): CheckedRow[] {
  const repeats = findRepeats(rows)
  return rows.map((row) => {
    const person = findPerson(context, row.cells.userPrincipalName)
    const delegate = findPerson(context, row.cells.delegateUpn)
    return {
      ...row,
      personId: person?.id ?? null,
      delegateId: delegate?.id ?? null,
      windowId: findWindow(context, row)?.id ?? null,
      problems: [
        ...shapeProblems(row),
        ...personProblems(row, person, context.waveId),
        ...repeatProblems(repeats.get(row.line)),
        ...windowProblems(context, row),
        ...delegateProblems(row, person, delegate),
      ],
    }
  })
}

function findPerson({ people }: ImportContext, address: string | undefined): ImportPerson | undefined {
  return address === undefined ? undefined : people.get(address.toLowerCase())
}

function personProblems(row: ImportRow, person: ImportPerson | undefined, waveId: string): RowProblem[] {
  const column = 'userPrincipalName'
  const address = row.cells[column]
  if (!address) return []
  if (!person) return [{ code: 'import_person_unknown', column }]
  const refusal = eligibilityProblem(person, waveId)
  return refusal ? [{ code: refusal, column }] : []
}

/** Why a person of the directory cannot be imported, or null when they can. */
export function eligibilityProblem(person: ImportPerson, waveId: string) {
  return person.isBreakGlass ? 'person_break_glass' : membershipRefusal(person, waveId)
}

function repeatProblems(otherLine: number | undefined): RowProblem[] {
  return otherLine === undefined ? [] : [{ code: 'import_row_twice', column: 'userPrincipalName', otherLine }]
}

/** The window named, else the first one at the site named. */
function findWindow({ windows }: ImportContext, { cells }: ImportRow): ImportWindow | undefined {
  const wanted = cells.preferredWindow?.toLowerCase()
  if (wanted) return windows.find(({ name }) => name.toLowerCase() === wanted)
  const site = cells.site?.toLowerCase()
  return site ? windows.find((window) => window.site.toLowerCase() === site) : undefined
}

function windowProblems(context: ImportContext, row: ImportRow): RowProblem[] {
  const isUnknown = Boolean(row.cells.preferredWindow) && !findWindow(context, row)
  return isUnknown ? [{ code: 'import_window_unknown', column: 'preferredWindow' }] : []
}

function delegateProblems(
  { cells }: ImportRow,
  person: ImportPerson | undefined,
  delegate: ImportPerson | undefined,
): RowProblem[] {
  const column = 'delegateUpn'
  if (!cells.delegateUpn) return []
  if (!delegate || delegate.leftAt) return [{ code: 'import_delegate_unknown', column }]
  return delegate.id === person?.id ? [{ code: 'import_delegate_self', column }] : []
}

/** What a swap is told by the cells of its row. */
export function swapFacts(cells: ImportRow['cells']) {
  const isNewNumber = cells.newNumber ? yesOrNo(cells.newNumber) : null
  return {
    oldPlatform: platformOf(cells.oldDevice),
    newPlatform: platformOf(cells.newDevice),
    number: isNewNumber === null ? null : isNewNumber ? 'new' : 'same',
    note: cells.note ?? null,
  }
}

/** The platform that a device's name tells, null when it tells none. */
export function platformOf(device: string | undefined): 'ios' | 'android' | null {
  if (!device) return null
  if (/iphone|ipad|\bios\b|apple/i.test(device)) return 'ios'
  return androidNames.test(device) ? 'android' : null
}

const androidNames =
  /android|samsung|galaxy|pixel|xiaomi|redmi|huawei|honor|oppo|oneplus|motorola|nokia|fairphone|xperia/i

type Wish = { windowId: string | null }

/**
 * Who gets which seat: each row in the file's order, the window it wishes for or `fallback`, while seats last.
 * Whoever comes after the last seat comes into the wave without one.
 */
export function planSeats(
  wishes: readonly Wish[],
  free: ReadonlyMap<string, number>,
  fallback: string | null,
): { seats: (string | null)[]; taken: Map<string, number> } {
  const taken = new Map<string, number>()
  const seats = wishes.map(({ windowId }) => {
    const wanted = windowId ?? fallback
    const used = wanted ? (taken.get(wanted) ?? 0) : 0
    if (!wanted || used >= (free.get(wanted) ?? 0)) return null
    taken.set(wanted, used + 1)
    return wanted
  })
  return { seats, taken }
}
