import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readGate } from '@/lib/domain/gate'
import { isReached } from '@/lib/domain/swap'
import { luckOf } from '@/scripts/simulate/luck'
import { rates, ratesWith } from '@/scripts/simulate/rates'
import { simulate } from '@/scripts/simulate/simulate'

const small = { people: 1_500, seed: 7 }
const { guided, alone } = simulate(small)

test('nobody is locked out whom the gate could have kept in, whatever the rates', () => {
  expect(guided.causes.gate_should_have_known ?? 0).toBe(0)
  const clumsy = ratesWith({
    ...{ registersWrongPhone: 0.2, newPhoneFails: 0.3, approvesOnOld: 0.5, usesOtherWay: 0.5 },
    ...{ provesAnyway: 0.5, saysOffUntruly: 0.5, misassigns: 0.3, registrationVanishes: 0.2 },
  })
  const arms = simulate({ ...small, rates: clumsy })
  expect(arms.guided.causes.gate_should_have_known ?? 0).toBe(0)
  expect((arms.guided.causes.misled ?? 0) + (arms.guided.causes.with_reservation ?? 0)).toBeGreaterThan(0)
})

describe('with a gate that is satisfied too early, the same people are locked out', () => {
  const early = ratesWith({ newPhoneFails: 0.2 })
  test.each([
    ['by a registration alone', 'registered'],
    ['by the baseline alone', 'baseline'],
  ] as const)('%s', (_how, level) => {
    const arms = simulate({
      ...small,
      rates: early,
      keeper: (evidence) => {
        const gate = readGate(evidence)
        return { ...gate, isSafe: isReached(gate, level) }
      },
    })
    expect(arms.guided.causes.gate_should_have_known).toBeGreaterThan(0)
  })
})

test('left alone, people are locked out, and more of them than with guidance', () => {
  expect(alone.lockOuts).toBeGreaterThan(0)
  expect(alone.lockOuts).toBeGreaterThan(guided.lockOuts)
  expect([guided.people, alone.people]).toEqual([small.people, small.people])
})

test('the same seed gives the same figures, another seed others', () => {
  expect(simulate(small)).toEqual({ guided, alone })
  expect(simulate({ ...small, seed: 8 })).not.toEqual({ guided, alone })
})

test('luck is spread evenly, and one question tells nothing of another', () => {
  const draws = Array.from({ length: 10_000 }, (_, person) => luckOf(1, person))
  const below = (question: string) => draws.filter((luck) => luck(question) < 0.3).length
  for (const question of ['hasTablet', 'newPhoneFails']) {
    expect(below(question)).toBeGreaterThan(2_800)
    expect(below(question)).toBeLessThan(3_200)
  }
  const both = draws.filter((luck) => luck('hasTablet') < 0.3 && luck('newPhoneFails') < 0.3).length
  expect(both).toBeGreaterThan(800)
  expect(both).toBeLessThan(1_000)
})

test('the report lists every rate with its source, and says that it is no measurement', () => {
  const report = readFileSync('docs/simulation.md', 'utf8')
  expect(report).toContain('This is a model, not a measurement.')
  for (const { meaning, source } of Object.values(rates)) {
    expect(report).toContain(meaning)
    expect(report).toContain(source)
  }
})
