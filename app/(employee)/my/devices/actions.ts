'use server'

import type { Route } from 'next'
import { answerCheck as answerCheckCommand } from '@/lib/commands/backup/answer-check'
import { attestBackup as attestBackupCommand } from '@/lib/commands/backup/attest-backup'
import { sayRestoreOnly as sayRestoreOnlyCommand } from '@/lib/commands/backup/say-restore-only'
import { addDevice as addDeviceCommand } from '@/lib/commands/device/add-device'
import { attestProtection as attestProtectionCommand } from '@/lib/commands/device/attest-protection'
import { describeDevice as describeDeviceCommand } from '@/lib/commands/device/describe-device'
import { linkMethod as linkMethodCommand } from '@/lib/commands/device/link-method'
import { sayDeviceState } from '@/lib/commands/device/say-device-state'
import { advancePrimaryMove } from '@/lib/commands/primary-move/advance-primary-move'
import { cancelPrimaryMove } from '@/lib/commands/primary-move/cancel-primary-move'
import { confirmPrimaryMove } from '@/lib/commands/primary-move/confirm-primary-move'
import { startPrimaryMove } from '@/lib/commands/primary-move/start-primary-move'
import { formAction } from '@/lib/web/action'

export const describeDevice = formAction(describeDeviceCommand)
export const sayState = formAction(sayDeviceState)
export const linkMethod = formAction(linkMethodCommand)
export const attestProtection = formAction(attestProtectionCommand)
export const sayRestoreOnly = formAction(sayRestoreOnlyCommand)
export const answerCheck = formAction(answerCheckCommand)
export const startMove = formAction(startPrimaryMove)
export const advanceMove = formAction(advancePrimaryMove)

export const addDevice = formAction(addDeviceCommand, pageOf)
export const attestBackup = formAction(attestBackupCommand, pageOf)
export const confirmMove = formAction(confirmPrimaryMove, pageOf)
export const cancelMove = formAction(cancelPrimaryMove, (): Route => '/my/devices')

/** The device's own page. */
function pageOf(deviceId: string): Route {
  return `/my/devices/${deviceId}` as Route // an id of ours, which the route takes
}
