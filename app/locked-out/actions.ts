'use server'

import { giveReference as giveReferenceCommand } from '@/lib/commands/visit/give-reference'
import { visitorAction } from '@/lib/web/action'

export const giveReference = visitorAction(giveReferenceCommand)
