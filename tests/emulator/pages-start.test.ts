import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listFaults } from '@/emulator/graph/faults'
import { setCondition } from '@/emulator/world/phones'
import { startPush } from '@/emulator/world/ring'
import { eligibleRolesOf } from '@/emulator/world/roles'
import { openStage, type Stage } from './pages-browser'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

describe('the start page', () => {
  test('turns the switches it offers, and nothing else', async () => {
    const fields = {
      auditLagSeconds: '300',
      hasPremiumLicence: 'no',
      throttleScale: '77',
      pushSeconds: 'abc',
    }
    await stage.browse().submit('/world/settings', fields)
    expect(stage.world.settings).toMatchObject({
      auditLagSeconds: 300,
      hasPremiumLicence: false,
      throttleScale: 1,
      pushSeconds: 300,
    })
  })

  test('arms a fault and clears it', async () => {
    const browser = stage.browse()
    const page = await browser.submit('/world/fault', { kind: '504-after', calls: 'pass', often: '1' })
    expect(page.text).toContain('but it was done · Creating a pass')
    expect(listFaults(stage.world)).toMatchObject([
      { fault: '504-after', left: 1, match: { method: 'POST', path: '/temporaryAccessPassMethods' } },
    ])
    await browser.submit('/world/clear-faults')
    expect(listFaults(stage.world)).toEqual([])
    expect(
      (await browser.submit('/world/fault', { kind: 'toString', calls: 'all', often: '1' })).status,
    ).toBe(404)
  })

  test('takes everything back to the first day', async () => {
    const vito = stage.person('Vito VIP')
    setCondition(stage.world, vito.phones[0]!.id, 'lost')
    startPush(stage.world, vito, { appName: 'Portal', seconds: 60, isPasswordless: false })
    await stage.browse().submit('/world/reset')
    expect(stage.person('Vito VIP').phones[0]!.condition).toBe('on')
    expect(stage.world.rings.size).toBe(0)
  })

  test('activates and ends Hana’s role', async () => {
    const hana = stage.person('Hana Helpdesk')
    const [role] = eligibleRolesOf(stage.world, hana.id)
    const fields = { person: hana.id, role: role!.roleDefinitionId, return: '/' }
    await stage.browse().submit('/my-roles/deactivate', fields)
    expect(eligibleRolesOf(stage.world, hana.id)[0]!.isActive).toBe(false)
    const page = await stage.browse().submit('/my-roles/activate', fields)
    expect(page.address).toBe('/')
    expect(eligibleRolesOf(stage.world, hana.id)[0]!.isActive).toBe(true)
  })
})
