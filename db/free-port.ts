import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below the range from which Linux takes ports for outgoing connections, so that a remembered port stays ours.
const LOWEST = 20_000
const HIGHEST = 32_000
const TRIES_MAX = 50

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const port = randomInt(LOWEST, HIGHEST)
    if (await isPortFree(port)) return port
  }
  throw new Error(`No free port was found between ${LOWEST} and ${HIGHEST}.`)
}

/** True when nobody listens on this port, neither on 127.0.0.1 nor on ::1. */
export async function isPortFree(port: number): Promise<boolean> {
  const taken = await Promise.all(['127.0.0.1', '::1'].map((host) => isTaken(host, port)))
  return !taken.includes(true)
}

/** A machine without IPv6 refuses ::1 with another error, and nobody can be in the way there. */
function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(false)))
  })
}
