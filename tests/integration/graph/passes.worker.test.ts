import { beforeEach, describe, expect, test, vi } from 'vitest'
import { delegatedAccess, readerAccess } from '@/lib/graph/access'
import { listMethods, removeMethod } from '@/lib/graph/methods'
import { createPass } from '@/lib/graph/passes'
import { control, fault, tokenOf } from '@/tests/support/control'

const idOf = async (name: string) => ((await control('GET', `/person/${name}`)) as { id: string }).id
const hana = async () => delegatedAccess('desk', await tokenOf('desk', 'Hana'))
const opens = async (code: string) =>
  ((await control('POST', '/person/Lea/use-pass', { code })) as { outcome: string }).outcome === 'ok'

async function passIds(): Promise<string[]> {
  const { methods } = await listMethods(readerAccess('high'), await idOf('Lea'))
  return methods.filter(({ kind }) => kind === 'temporaryAccessPass').map(({ id }) => id)
}

async function madeInAll(): Promise<number> {
  const { entries } = (await control('GET', '/ledger')) as { entries: { detail: { kind?: string } }[] }
  return entries.filter(({ detail }) => detail.kind === 'temporaryAccessPass').length
}

let lea: string
beforeEach(async () => {
  await control('POST', '/reset')
  await control('PATCH', '/settings', { throttleScale: 0 })
  lea = await idOf('Lea')
})

describe('a pass', () => {
  test('is made once, as wished, and signs its owner in', async () => {
    const pass = await createPass(await hana(), lea, { lifetimeMinutes: 90, isUsableOnce: true })
    expect(pass).toMatchObject({ lifetimeMinutes: 90, isUsableOnce: true })
    expect(await passIds()).toEqual([pass.methodId])
    expect(await opens(pass.code)).toBe(true)
    expect(await madeInAll()).toBe(1)
  })

  test('is as the policy has it where nothing is wished', async () => {
    // One hour, for several uses: Microsoft's defaults.
    expect(await createPass(await hana(), lea)).toMatchObject({ lifetimeMinutes: 60, isUsableOnce: false })
  })

  test('can be removed like any method', async () => {
    const { methodId } = await createPass(await hana(), lea)
    await removeMethod(await hana(), lea, { kind: 'temporaryAccessPass', methodId })
    expect(await passIds()).toEqual([])
  })

  test.each([
    '429',
    '429-bare',
    '503',
    '504-after',
    'reset-before',
    'reset-after',
    'truncated',
    'wrong-type',
  ])('is never asked for twice, whatever came back: %s', async (kind) => {
    const { id } = (await fault({
      fault: kind,
      match: { method: 'POST', path: 'temporaryAccessPass' },
      times: null,
      retryAfterSeconds: 0,
    })) as { id: string }
    const refused = createPass(await hana(), lea)
    await expect(refused).rejects.toMatchObject({ kind: 'unavailable' })
    const { faults } = (await control('GET', '/faults')) as { faults: { id: string; hits: number }[] }
    expect(faults.find((line) => line.id === id)?.hits).toBe(1)
    expect(await madeInAll()).toBeLessThanOrEqual(1)
  })

  test('is refused outside the policy, and for oneself', async () => {
    await expect(createPass(await hana(), lea, { lifetimeMinutes: 5 })).rejects.toMatchObject({
      code: 'graph_refused',
    })
    await expect(createPass(await hana(), await idOf('Hana'))).rejects.toMatchObject({ kind: 'refused' })
    expect(await madeInAll()).toBe(0)
  })
})

test('the code of a pass is in no log, and not in what went wrong', async () => {
  const level = process.env.LOG_LEVEL
  process.env.LOG_LEVEL = 'debug'
  const lines: string[] = []
  const keep = (line: unknown) => {
    lines.push(String(line))
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
  ]
  try {
    const { code, methodId } = await createPass(await hana(), lea)
    expect(lines.join('')).toContain('temporaryAccessPassMethods')
    expect(lines.join('')).not.toContain(code)
    expect(methodId).not.toContain(code)
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.env.LOG_LEVEL = level
  }
})
