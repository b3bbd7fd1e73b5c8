'use server'

import { addPeople } from '@/lib/commands/wave/add-people'
import { cancelWave, endWave } from '@/lib/commands/wave/end-wave'
import { giveSeats } from '@/lib/commands/wave/give-seats'
import { publishWave } from '@/lib/commands/wave/publish-wave'
import { addWindow } from '@/lib/commands/window/add-window'
import { resizeWindow } from '@/lib/commands/window/resize-window'
import { formAction } from '@/lib/web/action'

export const publishWaveAction = formAction(publishWave)
export const cancelWaveAction = formAction(cancelWave)
export const endWaveAction = formAction(endWave)
export const addWindowAction = formAction(addWindow)
export const resizeWindowAction = formAction(resizeWindow)
export const giveSeatsAction = formAction(giveSeats)
export const addPeopleAction = formAction(addPeople)
