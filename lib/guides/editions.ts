import type { Edition } from './edition'
import { baselineEditions } from './steps/baseline'
import { devicesEditions } from './steps/devices'
import { enrolEditions } from './steps/enrol'
import { othersEditions } from './steps/others'
import { proveEditions } from './steps/prove'
import { registerEditions } from './steps/register'
import { removeEditions } from './steps/remove'
import { restoreEditions } from './steps/restore'
import { secondWayEditions } from './steps/second-way'
import { signInAgainEditions } from './steps/sign-in-again'

/** Every edition there is or was, by step; within a step those of the same people from old to new. */
export const editions: readonly Edition[] = [
  ...devicesEditions,
  ...baselineEditions,
  ...secondWayEditions,
  ...restoreEditions,
  ...enrolEditions,
  ...registerEditions,
  ...proveEditions,
  ...removeEditions,
  ...signInAgainEditions,
  ...othersEditions,
]
