import { badRequest } from './request'

type Test = (item: unknown) => boolean
type Value = (item: unknown) => unknown

/** One comparison in a $filter: what is compared with which operator. */
export type FilterUse = { name: string; operator: string; isNegated: boolean; isNull: boolean }

/** A $filter as a test, with the comparisons in it. */
export type Filter = { test: Test; uses: readonly FilterUse[] }

const tokens = /\s*('(?:[^']|'')*'|\d{4}-\d\d-\d\dT[\d:.]+Z?|[A-Za-z_][\w/.-]*(?:-[\w-]+)*|-?\d+|[(),:])/gy

/**
 * The part of OData that Graph's pages here document: eq, ne, gt, ge, lt, le, in, and, or, not, startswith,
 * endswith, contains, any. @throws {GraphError} 400 — anything else
 */
export function parseFilter(text: string): Filter {
  const parser = new Parser(text)
  const test = parser.or()
  parser.end()
  return { test, uses: parser.uses }
}

class Parser {
  readonly uses: FilterUse[] = []
  readonly #words: string[]
  #at = 0

  constructor(text: string) {
    this.#words = wordsOf(text)
  }

  or(): Test {
    let left = this.#and()
    while (this.#skip('or')) left = either(left, this.#and())
    return left
  }

  end(): void {
    if (this.#at < this.#words.length) throw invalid(`unexpected "${this.#words[this.#at]}"`)
  }

  #and(): Test {
    let left = this.#not()
    while (this.#skip('and')) left = bothOf(left, this.#not())
    return left
  }

  #not(): Test {
    if (!this.#skip('not')) return this.#term()
    const from = this.uses.length
    const inner = this.#term()
    for (const use of this.uses.slice(from)) use.isNegated = !use.isNegated
    return (item) => !inner(item)
  }

  #term(): Test {
    if (this.#skip('(')) {
      const inner = this.or()
      this.#take(')')
      return inner
    }
    const word = this.#next()
    if (this.#peek() === '(') return word.endsWith('/any') ? this.#any(word) : this.#call(word)
    return this.#comparison(word)
  }

  #call(name: string): Test {
    this.#take('(')
    const property = this.#next()
    const field = path(property)
    this.#take(',')
    const wanted = String(literal(this.#next())).toLowerCase()
    this.#take(')')
    const operator = name.toLowerCase()
    this.#use(property, operator)
    const compare = textTests[operator]
    if (!compare) throw invalid(`the function ${name} is not supported`)
    return (item) => compare(String(field(item) ?? '').toLowerCase(), wanted)
  }

  #any(word: string): Test {
    const list = path(word.slice(0, -'/any'.length))
    this.#take('(')
    const variable = this.#next()
    this.#take(':')
    const from = this.uses.length
    const inner = this.or()
    for (const use of this.uses.slice(from)) use.name = word.slice(0, -'/any'.length)
    this.#take(')')
    return (item) => {
      const values = list(item)
      return Array.isArray(values) && values.some((value) => inner({ [variable]: value }))
    }
  }

  #comparison(property: string): Test {
    const field = path(property)
    const operator = this.#next().toLowerCase()
    if (operator === 'in') {
      this.#use(property, operator)
      return this.#oneOf(field)
    }
    const wanted = literal(this.#next())
    this.#use(property, operator, wanted === null)
    const compare = comparisons[operator]
    if (!compare) throw invalid(`the operator ${operator} is not supported`)
    return (item) => compare(order(field(item), wanted))
  }

  #oneOf(field: Value): Test {
    const wanted: unknown[] = []
    this.#take('(')
    do wanted.push(literal(this.#next()))
    while (this.#skip(','))
    this.#take(')')
    return (item) => wanted.some((value) => order(field(item), value) === 0)
  }

  #use(name: string, operator: string, isNull = false): void {
    this.uses.push({ name, operator, isNegated: false, isNull })
  }

  #peek = () => this.#words[this.#at]?.toLowerCase()

  #next(): string {
    const word = this.#words[this.#at]
    if (word === undefined) throw invalid('it ends too early')
    this.#at += 1
    return word
  }

  #skip(word: string): boolean {
    if (this.#peek() !== word) return false
    this.#at += 1
    return true
  }

  #take(word: string): void {
    if (!this.#skip(word)) throw invalid(`"${word}" is missing`)
  }
}

const either =
  (a: Test, b: Test): Test =>
  (item) =>
    a(item) || b(item)
const bothOf =
  (a: Test, b: Test): Test =>
  (item) =>
    a(item) && b(item)

function wordsOf(text: string): string[] {
  const found = [...text.matchAll(tokens)].map((match) => match[1] ?? '')
  const length = [...text.matchAll(tokens)].reduce((sum, match) => sum + match[0].length, 0)
  if (text.slice(length).trim() !== '') throw invalid(`"${text.slice(length)}" is not understood`)
  return found
}

const textTests: Record<string, (text: string, wanted: string) => boolean> = {
  startswith: (text, wanted) => text.startsWith(wanted),
  endswith: (text, wanted) => text.endsWith(wanted),
  contains: (text, wanted) => text.includes(wanted),
}

const comparisons: Record<string, (order: number) => boolean> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
}

/** Like a comparator; NaN when the two cannot be compared. Text compares without case, instants as instants. */
function order(value: unknown, wanted: unknown): number {
  if (wanted === null || value === null || value === undefined)
    return (value ?? null) === wanted ? 0 : Number.NaN
  if (typeof value === 'boolean' || typeof wanted === 'boolean') return value === wanted ? 0 : Number.NaN
  if (typeof value === 'number') return value - Number(wanted)
  const [a, b] = [String(value).toLowerCase(), String(wanted).toLowerCase()]
  if (isInstant(a) && isInstant(b)) return Date.parse(a) - Date.parse(b)
  return a < b ? -1 : a > b ? 1 : 0
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dt/.test(text)

function path(word: string): Value {
  const names = word.split('/')
  return (item) => names.reduce<unknown>((value, name) => memberOf(value, name), item)
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const members = value as Record<string, unknown>
  if (name in members) return members[name]
  const spelt = Object.keys(members).find((known) => known.toLowerCase() === name.toLowerCase())
  return spelt === undefined ? undefined : members[spelt]
}

function literal(word: string): unknown {
  if (word.startsWith("'")) return word.slice(1, -1).replaceAll("''", "'")
  if (word === 'true' || word === 'false') return word === 'true'
  if (word === 'null') return null
  return /^-?\d+$/.test(word) ? Number(word) : word
}

const invalid = (why: string) => badRequest(`Invalid filter clause: ${why}.`, 'BadRequest')
