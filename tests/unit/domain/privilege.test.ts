import { expect, test } from 'vitest'
import { type Privilege, privilegeRefusal } from '@/lib/domain/privilege'

const plain: Privilege = {
  isGone: false,
  hasRole: false,
  isEligible: false,
  isInRoleGroup: false,
  isRestricted: false,
  isBreakGlass: false,
  isOperator: false,
  isReportedAdmin: false,
}

test('an ordinary account may be touched', () => expect(privilegeRefusal(plain)).toBeNull())

test.each([
  ['isGone', 'target_gone'],
  ['isBreakGlass', 'target_break_glass'],
  ['hasRole', 'target_has_role'],
  ['isEligible', 'target_is_eligible'],
  ['isInRoleGroup', 'target_in_role_group'],
  ['isRestricted', 'target_restricted'],
  ['isReportedAdmin', 'target_reported_admin'],
  ['isOperator', 'target_is_operator'],
] as const)('%s alone is enough to refuse', (what, refusal) => {
  expect(privilegeRefusal({ ...plain, [what]: true })).toBe(refusal)
})
