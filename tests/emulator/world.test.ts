import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { idOfIndex, indexOfId } from '@/emulator/world/address'
import { castSize } from '@/emulator/world/cast-facts'
import {
  addPerson,
  changePerson,
  deletePerson,
  eachPerson,
  findPerson,
  listCast,
  personAt,
} from '@/emulator/world/people'
import { totpAt } from '@/emulator/world/totp'
import { openWorld, resetWorld, type World } from '@/emulator/world/world'

let folder: string
let world: World
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-world-'))
  world = openWorld({ folder, seed: 7, people: 60 })
})
afterEach(() => {
  world.store.close()
  rmSync(folder, { recursive: true })
})

const reopen = (options = { folder, seed: 7, people: 60 }) => {
  world.store.close()
  world = openWorld(options)
}

describe('a generated tenant', () => {
  test('follows from its seed', () => {
    const before = [...eachPerson(world)].map(({ id, displayName }) => [id, displayName])
    reopen({ folder, seed: 8, people: 60 })
    expect([...eachPerson(world)].map(({ id }) => id)).not.toContain(before[0]?.[0])
    reopen()
    expect([...eachPerson(world)].map(({ id, displayName }) => [id, displayName])).toEqual(before)
  })

  test('names the cast as the demo does', () => {
    expect(listCast(world).map(({ displayName }) => displayName)).toEqual([
      'Olga Owner',
      'Paola Planner',
      'Hana Helpdesk',
      'Ada Approver',
      'Aldo Auditor',
      'Toni Technician',
      'Elio Esposito',
      'Lia Legacy',
      'Andrea Android',
      'Petra Platform',
      'Nora Newnumber',
      'Lea Lostphone',
      'Elena Early',
      'Piero Passkey',
      'Samir Stuck',
      'Vito VIP',
      'Thea Throttled',
    ])
  })

  test('finds everybody by id and by user principal name', () => {
    for (const person of eachPerson(world)) {
      expect(findPerson(world, person.id)?.index).toBe(person.index)
      expect(findPerson(world, person.userPrincipalName.toUpperCase())?.index).toBe(person.index)
    }
    expect(findPerson(world, '00000000-0000-4000-8000-000000000000')).toBeNull()
    expect(findPerson(world, idOfIndex(7, 60))).toBeNull()
    expect(findPerson(world, idOfIndex(8, 3))).toBeNull()
  })

  test('knows the way from an id back to its place, for half a million', () => {
    const ids = new Set<string>()
    for (let index = 0; index < 500_000; index += 997) {
      const id = idOfIndex(7, index)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(indexOfId(7, id)).toBe(index)
      ids.add(id)
    }
    expect(ids.size).toBe(Math.ceil(500_000 / 997))
  })

  test('has a manager for every member but the heads, and no circles', () => {
    for (const person of eachPerson(world)) {
      let above = 0
      for (let boss = person; boss.managerId; boss = findPerson(world, boss.managerId)!) above += 1
      expect(above).toBeLessThan(10)
      if (person.index >= castSize && person.userType === 'Member') expect(above).toBeGreaterThan(0)
    }
  })
})

describe('what changed', () => {
  test('is still there after the emulator was closed', () => {
    const { id } = listCast(world)[6]!
    changePerson(world, id, (draft) => {
      draft.department = 'Sales'
    })
    const added = addPerson(world, { displayName: 'Nuovo Arrivo' })
    deletePerson(world, listCast(world)[7]!.id)
    reopen()
    expect(findPerson(world, id)?.department).toBe('Sales')
    expect(findPerson(world, added.id)?.displayName).toBe('Nuovo Arrivo')
    expect(personAt(world, 7)).toBeNull()
    expect(addPerson(world, { displayName: 'Ancora Una' }).index).toBe(added.index + 1)
  })

  test('is gone after a reset, but secrets stay', () => {
    const secret = world.apps.reader.clientSecret
    changePerson(world, listCast(world)[6]!.id, (draft) => {
      draft.department = 'Sales'
    })
    resetWorld(world)
    expect(listCast(world)[6]?.department).toBe('Purchasing')
    reopen()
    expect(listCast(world)[6]?.department).toBe('Purchasing')
    expect(world.apps.reader.clientSecret).toBe(secret)
  })

  test('of somebody who changes all day does not grow without end', () => {
    const { id, index } = listCast(world)[6]!
    for (let round = 0; round < 200; round += 1)
      changePerson(world, id, (draft) => {
        draft.jobTitle = `Buyer ${round}`
      })
    const { history } = world.changed.get(index)!
    expect(history).toHaveLength(30)
    expect(history[0]?.person.jobTitle).toBe('Buyer') // the first day, for whoever lags far behind
    expect(history.at(-1)?.person.jobTitle).toBe('Buyer 198')
  })

  test('does not reach into what was handed out before', () => {
    const before = listCast(world)[6]!
    changePerson(world, before.id, (draft) => {
      draft.methods.length = 0
    })
    expect(before.methods.length).toBeGreaterThan(0)
  })
})

// RFC 6238 appendix B, SHA-1, the last six of eight digits; the secret is "12345678901234567890" in Base32.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('the code at %i seconds is %s', (seconds, code) => {
  expect(totpAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', seconds * 1_000)).toBe(code)
})
