import { expect, test } from 'vitest'
import { rolesFrom } from '@/lib/domain/actor'
import { roomsOf } from '@/lib/domain/rooms'
import { excessScopes } from '@/lib/domain/session'

test('roles of the directory become ours; what is unknown is nothing, and everybody is an employee', () => {
  expect(rolesFrom(['SiteCoordinator', 'Owner', 'GlobalAdministrator'])).toEqual([
    'employee',
    'site_coordinator',
    'owner',
  ])
  expect(rolesFrom([])).toEqual(['employee'])
})

test('rooms open in their order, one’s own always', () => {
  expect(roomsOf(['employee'])).toEqual(['my'])
  expect(roomsOf(['employee', 'owner', 'helpdesk', 'technician'])).toEqual(['desk', 'plan', 'settings', 'my'])
})

test('a token with more than its app is meant to have is told apart', () => {
  expect(excessScopes('self', ['openid', 'UserAuthMethod-Passkey.ReadWrite'])).toEqual([])
  expect(excessScopes('self', ['UserAuthenticationMethod.ReadWrite.All'])).toEqual([
    'UserAuthenticationMethod.ReadWrite.All',
  ])
  expect(excessScopes('portal', ['openid', 'profile', 'Mail.Read'])).toEqual(['Mail.Read'])
})
