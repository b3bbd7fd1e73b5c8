import { closeDatabase } from '@/db/client'
import { seedDesk } from './desk'
import { seedDevices } from './devices'
import { readDirectory } from './directory'
import { seedHelp } from './help'
import { sendWaiting } from './mail'
import { seedStaff } from './staff'
import { seedWaves } from './waves'

/**
 * Fills an empty portal with the demo company: its directory read from the emulated tenant, and a past made
 * of the very commands people use, at past instants, so that every change has its event.
 */
await readDirectory()
await seedStaff()
await seedDevices()
await seedWaves()
await seedDesk()
await seedHelp()
await sendWaiting()
await closeDatabase()
