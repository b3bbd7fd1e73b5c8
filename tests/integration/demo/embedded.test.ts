import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from '@/db/embedded'
import { hasEnded } from '@/db/embedded-process'
import { freePort } from '@/db/free-port'
import { clearScratch, makeScratch } from '@/tests/support/scratch'

let folder = ''
let home = ''
const start = (port?: number) =>
  startEmbedded({
    home,
    logFile: path.join(folder, 'log'),
    settings: { fsync: 'off' },
    ...(port ? { port } : {}),
  })

// Making the data takes longest; every test but one starts from a copy.
let made = ''
beforeAll(async () => {
  made = makeScratch()
  const server = await startEmbedded({ home: path.join(made, 'postgres'), logFile: path.join(made, 'log') })
  await server.stop()
})
afterAll(() => clearScratch(made))

beforeEach(() => {
  folder = makeScratch()
  home = path.join(folder, 'postgres')
  spawnSync('cp', ['-a', path.join(made, 'postgres'), home])
})

afterEach(async () => {
  await stopEmbedded(home)
  await clearScratch(folder)
})

test('the password is for its owner’s eyes, and a wrong one is refused', async () => {
  const server = await start()

  expect(statSync(path.join(home, 'password')).mode & 0o777).toBe(0o600)
  await expect(ask(server.url.replace(/:[0-9a-f]+@/, ':wrong@'))).rejects.toMatchObject({ code: '28P01' })
})

test('a server whose starter was killed is taken over as it runs', async () => {
  const first = await start()
  const second = await start()

  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port })
  expect(await ask(second.url)).toBe(1)
})

// Another process of the machine may take the port in the moment between.
test('a server that was killed comes back on the same port with all that was committed', {
  retry: 2,
}, async () => {
  const first = await start()
  await run(first, 'create table kept as select 1')
  await kill(first)
  expect(first.isRunning()).toBe(false)

  const second = await start()
  expect(second).toMatchObject({ adopted: false, isNew: false, port: first.port })
  await run(second, 'select * from kept')
})

test('a pid file that names somebody else’s process is not believed', async () => {
  const first = await start()
  await first.stop()
  const lines = [process.pid, path.join(home, 'data'), 0, first.port, '', '127.0.0.1', '', 'ready']
  writeFileSync(path.join(home, 'data', 'postmaster.pid'), lines.join('\n'))

  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.url)).toBe(1)
})

test('a start killed while it made the data begins again', async () => {
  rmSync(path.join(home, 'data'), { recursive: true })
  mkdirSync(path.join(home, 'data.new'))
  writeFileSync(path.join(home, 'data.new', 'PG_VERSION'), '18')

  expect(await start()).toMatchObject({ isNew: true })
})

test('another port is taken when somebody sits on the remembered one', async () => {
  const first = await start()
  await first.stop()
  await occupy(first.port)

  const second = await start()
  expect(second.port).not.toBe(first.port)
})

test('a wanted port that is taken is one readable sentence', async () => {
  const port = await freePort()
  await occupy(port)

  await expect(start(port)).rejects.toThrow(
    /^PostgreSQL did not start: .*could not create any TCP\/IP sockets/,
  )
})

function occupy(port: number): Promise<void> {
  const stranger = createServer()
  onTestFinished(() => void stranger.close())
  return new Promise((resolve) => stranger.listen(port, '127.0.0.1', resolve))
}

async function kill(server: EmbeddedServer): Promise<void> {
  process.kill(server.pid, 'SIGKILL')
  await hasEnded(server.pid, 5_000)
}

async function ask(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 })
  try {
    const [row] = await sql<{ one: number }[]>`select 1 as one`
    return row!.one
  } finally {
    await sql.end()
  }
}

async function run(server: EmbeddedServer, statement: string): Promise<void> {
  const sql = postgres(server.url, { max: 1 })
  await sql.unsafe(statement)
  await sql.end()
}
