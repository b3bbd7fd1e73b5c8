'use server'

import { bookSlot as bookSlotCommand } from '@/lib/commands/booking/book-slot'
import { cancelSlot as cancelSlotCommand } from '@/lib/commands/booking/cancel-slot'
import { nameDelegate as nameDelegateCommand } from '@/lib/commands/booking/name-delegate'
import { removeDelegate as removeDelegateCommand } from '@/lib/commands/booking/remove-delegate'
import { formAction } from '@/lib/web/action'

export const bookSlot = formAction(bookSlotCommand)
export const cancelSlot = formAction(cancelSlotCommand)
export const nameDelegate = formAction(nameDelegateCommand, () => '/my/booking')
export const removeDelegate = formAction(removeDelegateCommand)
