import { spawn } from 'node:child_process'
import path from 'node:path'
import { freePort } from '@/db/free-port'

export type WeighingHouse = {
  portalUrl: string
  /** Below the project and git-ignored: everything the benchmark makes. */
  folder: string
  stop: () => Promise<void>
}

/** The whole house with the demo company new in it, started as `npm run demo` starts it, on ports of its own. */
export async function startHouse(): Promise<WeighingHouse> {
  const folder = path.resolve(process.env.DATA_DIR || '.data', 'bench')
  const [port, emulatorPort] = [await freePort(), await freePort()]
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', '--reset'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), EMULATOR_PORT: String(emulatorPort) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      if (said.includes('Ready: http')) resolve()
    })
    child.once('exit', () => reject(new Error(`The house does not start:\n${said}`)))
  })
  return {
    portalUrl: `http://localhost:${port}`,
    folder,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
