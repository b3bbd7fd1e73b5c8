import type { AnyPoint } from '../point'
import { auditRequestId } from './audit-request-id'
import { castsHeader } from './casts-header'
import { contextStepUp } from './context-step-up'
import { defaultTwo } from './default-two'
import { deltaToken } from './delta-token'
import { icloudCodes } from './icloud-codes'
import { legacyBackup } from './legacy-backup'
import { maxAge } from './max-age'
import { methodGone } from './method-gone'
import { methodsLimit } from './methods-limit'
import { methodsOptions } from './methods-options'
import { ownDefault } from './own-default'
import { passDisabled } from './pass-disabled'
import { passOnce } from './pass-once'
import { preferencesPermission } from './preferences-permission'
import { promptLogin } from './prompt-login'
import { proofPoints } from './proofs'
import { revoke } from './revoke'
import { roleMatrix } from './role-matrix'
import { roleNone } from './role-none'
import { secondPass } from './second-pass'
import { signInLog } from './sign-in-log'
import { sixthAuthenticator } from './sixth-authenticator'
import { staleSignIn } from './stale-sign-in'
import { tokenScopes } from './token-scopes'
import { userGone } from './user-gone'
import { usersTop } from './users-top'

/** Every point in the order they are gone through: what only reads first, what cannot be undone last. */
export const points: readonly AnyPoint[] = [
  usersTop,
  castsHeader,
  deltaToken,
  methodsLimit, // before anything else has taken of the allowance
  methodsOptions,
  userGone,
  tokenScopes,
  promptLogin,
  contextStepUp,
  maxAge,
  ...proofPoints,
  signInLog,
  preferencesPermission,
  roleNone,
  roleMatrix,
  secondPass,
  passDisabled,
  passOnce,
  auditRequestId,
  defaultTwo,
  methodGone,
  sixthAuthenticator,
  staleSignIn,
  ownDefault,
  revoke,
  icloudCodes,
  legacyBackup,
]
