import { expect, test } from 'vitest'
import { allowedMethods, type PolicyFacts } from '@/lib/domain/allowed-methods'

const configuration = (wanted: Partial<PolicyFacts['configurations'][string]> = {}) => ({
  isEnabled: true,
  includedGroupIds: ['all_users'],
  excludedGroupIds: [],
  isCodeEnabled: null,
  ...wanted,
})

const policy = (configurations: PolicyFacts['configurations'], migrationState = 'migrationComplete') =>
  allowedMethods({ migrationState, configurations })

test('what is on for all users is for everybody', () => {
  expect(policy({ SoftwareOath: configuration() }).otherAppCode).toBe('everybody')
})

test('what is on for a group, or not for one, is for some: whether for you, nobody here can tell', () => {
  const group = configuration({ includedGroupIds: ['0b1c'] })
  const except = configuration({ excludedGroupIds: ['0b1c'] })
  expect(policy({ Fido2: group, Sms: except })).toMatchObject({ passkey: 'some', textMessage: 'some' })
})

test('what is off is for nobody, whatever groups it names', () => {
  expect(policy({ Voice: configuration({ isEnabled: false }) }).phoneCall).toBe('nobody')
})

test('what the policy does not speak of is not known', () => {
  expect(policy({}).otherAppCode).toBeNull()
})

test('Authenticator may approve without giving codes', () => {
  const app = { MicrosoftAuthenticator: configuration({ isCodeEnabled: false }) }
  expect(policy(app)).toMatchObject({ authenticator: 'everybody', authenticatorCode: 'nobody' })
})

test('until the tenant has migrated, older policies may allow more', () => {
  expect(policy({}, 'migrationInProgress').isMigrationOpen).toBe(true)
  expect(policy({}).isMigrationOpen).toBe(false)
})
