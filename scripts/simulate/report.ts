import type { LockOutCause } from './outcome'
import { type RateName, rates } from './rates'
import type { Arms, Tally, Variation } from './simulate'
import { type Column, tableLines } from './table'

type Run = { people: number; seed: number; arms: Arms; variations: readonly Variation[] }

/** docs/simulation.md: what was reckoned, from what, and how far it hangs on each assumption. */
export function reportOf({ people, seed, arms, variations }: Run): string {
  return [
    ...head(people, seed),
    ...resultLines(arms),
    '',
    ...causeLines(arms),
    '',
    '## What it rests on, and how much hangs on it',
    '',
    'Lock-outs and desk cases per 10,000 when this one rate is half and twice as high, everything else as it is.',
    '',
    ...variationLines(variations, people),
    '',
    ...sources(),
    ...limits,
  ].join('\n')
}

const head = (people: number, seed: number) => [
  '# Ten thousand moves, with this guidance and without',
  '',
  '**This is a model, not a measurement.** Nobody has moved: the figures follow from the rates below, nearly all of which are assumed. They show how the rules behave when people put things off, mistype and lose phones, and what that hangs on. They must not be quoted as an effect of this product.',
  '',
  `Made by \`npm run simulate -- --write\`: ${people.toLocaleString('en')} people, seed ${seed}; the same people with the same luck in both arms. The guided arm asks the product's own rules (\`lib/domain/gate.ts\`, \`step.ts\`, \`second-way.ts\`, \`assign.ts\`, \`removal.ts\`); nothing of them is copied. A test runs a smaller one.`,
  '',
  '## Result',
  '',
]

function resultLines({ alone, guided }: Arms): string[] {
  const rows: [string, keyof Tally][] = [
    ['Locked out: nothing lets them in any more', 'lockOuts'],
    ['Desk cases: verified, and registrations touched', 'deskCases'],
    ["Old phone's registration still there at the end", 'oldLeft'],
  ]
  return tableLines(
    [{ title: 'Of 10,000 people' }, number('Old phone wiped on the day'), number('With this guidance')],
    rows.map(([what, key]) => [what, per10k(alone, key), per10k(guided, key)]),
  )
}

const causeWords: Record<LockOutCause, string> = {
  gate_should_have_known: '**The gate could have prevented it**',
  misled: 'The page was told something untrue (whose an entry is; that the old phone is off)',
  with_reservation: 'The page said safe on a proof that it showed as weaker',
  against_notice: 'Erased the old phone against "Do not wipe"',
  accident: 'Lost or broke the old phone before another way was there',
  unguided: '',
}

function causeLines({ guided }: Arms): string[] {
  const causes = Object.entries(causeWords).filter(([, words]) => words) as [LockOutCause, string][]
  return [
    ...tableLines(
      [{ title: 'Why people with guidance were locked out' }, number('Of 10,000')],
      causes.map(([cause, words]) => [words, scaled(guided.causes[cause] ?? 0, guided.people)]),
    ),
    '',
    'A lock-out that the gate could have prevented is one where the person wiped the old phone while the page said that it is safe, or removed its registration while the page offered that; everything they had told the page was true; no level of the record carried a reservation; and yet nothing lets them in. That there is none is asserted by the run and by the test, and the test sees it fail with a gate that is satisfied too early.',
  ]
}

function variationLines(variations: readonly Variation[], people: number): string[] {
  const range = (tally: (arms: Arms) => Tally, key: 'lockOuts' | 'deskCases') => (one: Variation) =>
    `${scaled(tally(one.half)[key], people)} – ${scaled(tally(one.double)[key], people)}`
  const alone = range((arms) => arms.alone, 'lockOuts')
  const guided = range((arms) => arms.guided, 'lockOuts')
  const desk = range((arms) => arms.guided, 'deskCases')
  return tableLines(
    [
      { title: 'Rate: a person …' },
      number('Value'),
      { title: 'Source' },
      ...['Locked out without', 'Locked out with', 'Desk cases with'].map(number),
    ],
    variations.map((one) => {
      const { value, meaning, source } = rates[one.name]
      const told = source === 'assumed' ? source : `[${noteOf(one.name)}]`
      return [meaning, percent(value), told, alone(one), guided(one), desk(one)]
    }),
  )
}

function sources(): string[] {
  const known = (Object.keys(rates) as RateName[]).filter((name) => rates[name].source !== 'assumed') // all keys
  return [...known.map((name) => `[${noteOf(name)}] ${rates[name].source}.`), '']
}

function noteOf(name: RateName): string {
  const known = Object.keys(rates).filter((one) => rates[one as RateName].source !== 'assumed') // all keys
  return String(known.indexOf(name) + 1)
}

const limits = [
  '## What it leaves out',
  '',
  '- Chances are independent of one another; real people who put things off also lose phones.',
  "- Microsoft never names which registration was used (that needs a licence and Microsoft's beta); where it does, fewer proofs are weaker.",
  '- The worker always reads Microsoft in time; the product is tested elsewhere for what happens when it does not.',
  '- Calls for advice that touch no registration are no desk cases here, in neither arm. Nor are codes of other services that were lost with the old phone.',
  '- Being left alone is drawn kindly: who still gets in registers the new phone at the first try.',
  '',
]

function number(title: string): Column {
  return { title, isNumber: true }
}

function per10k(tally: Tally, key: keyof Tally): string {
  const value = tally[key]
  return typeof value === 'number' ? scaled(value, tally.people) : ''
}

function scaled(count: number, people: number): string {
  return String(Math.round((count * 10_000) / people))
}

function percent(value: number): string {
  return `${Number((value * 100).toFixed(1))} %`
}
