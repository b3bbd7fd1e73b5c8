import { isPortFree } from '@/db/free-port'
import { Problem } from '@/scripts/demo/problem'

/**
 * The port a setting names, or its default.
 *
 * @throws {Problem} when it is no port
 */
export function portSetting(name: 'PORT' | 'EMULATOR_PORT', preset: number): number {
  const given = process.env[name]
  const port = given ? Number(given) : preset
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Problem(`${name}=${given} is not a port: give a number between 1 and 65535.`)
}

/** @throws {Problem} when somebody else listens there, with the setting that helps */
export async function requireFreePort(name: 'PORT' | 'EMULATOR_PORT', port: number): Promise<void> {
  if (await isPortFree(port)) return
  let other = port + 100
  while (!(await isPortFree(other))) other++
  throw new Problem(
    `Port ${port} is taken by another program: end that, or start with another port: ${name}=${other} npm run demo`,
  )
}
