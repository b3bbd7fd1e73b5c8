import { expect, test } from 'vitest'
import { DeviceCard } from '@/components/device/device-card'
import { MethodLine } from '@/components/device/method-line'
import { StaffDevices } from '@/components/device/staff-devices'
import type { DeviceMethodView, DeviceView } from '@/lib/queries/devices'
import { render } from '@/tests/support/render'

const method: DeviceMethodView = {
  id: 'one',
  kind: 'microsoftAuthenticator',
  name: 'iPhone',
  appVersion: '6.8.40',
  isDefault: false,
  bound: null,
  firstSeenAt: '2026-10-03T08:00:00.000Z',
  lastSeenAt: '2026-11-22T09:00:00.000Z',
  lastUsedAt: null,
  onDevice: 'attested',
}

const device: DeviceView = {
  id: '01a176d3-7015-73bf-8ba4-f23fd91caec6',
  name: 'iPhone',
  ownName: null,
  model: 'iPhone 12',
  platform: 'ios',
  kind: 'phone',
  isAlike: false,
  part: null,
  state: 'active',
  stateSince: '2026-10-03T08:00:00.000Z',
  role: 'restore_only',
  backupAccount: '',
  backup: { state: 'unknown', model: null, since: null, saidAt: null, doubt: null, appVersion: null },
  protections: [],
  protectedAt: null,
  createdAt: '2026-10-03T08:00:00.000Z',
  methods: [method],
}

const words = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('of two devices with one name each says since when it is known', () => {
  expect(words(render(<DeviceCard device={device} />))).not.toContain('since')
  const alike = words(render(<DeviceCard device={{ ...device, isAlike: true }} />))
  expect(alike).toContain('iPhone · since 3 Oct 2026')
  expect(alike).toContain('iPhone · iPhone 12 · 1 registration on it')
})

test('a registration has what tells it from its namesake, and says when it is bound to its device', () => {
  const plain = words(render(<MethodLine method={method} />))
  expect(plain).toContain('Microsoft Authenticator: iPhone (app 6.8.40)')
  expect(plain).toContain('first seen 3 Oct 2026')
  expect(plain).not.toContain('bound')
  const passkey = { ...method, kind: 'fido2', bound: 'passkey' as const }
  expect(words(render(<MethodLine method={passkey} />))).toContain('Passkey in Authenticator: iPhone')
  expect(words(render(<MethodLine method={passkey} />))).toContain('No backup brings it over')
})

test('the desk reads what the person said, as their word', () => {
  const primary = {
    ...device,
    role: 'primary' as const,
    backup: { ...device.backup, state: 'attested' as const, model: 'ios_keychain' as const },
  }
  const backup = { ...primary.backup, since: '2026-11-12T08:00:00.000Z', saidAt: '2026-11-12T08:00:00.000Z' }
  const markup = words(render(<StaffDevices devices={[{ ...primary, backup }]} owner="Lia Legacy" />))
  expect(markup).toContain('Holds the backup')
  expect(markup).toContain('What the person said')
  expect(words(render(<StaffDevices devices={[]} owner="Lia Legacy" />))).toContain('No device is known')
})
