import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { type EmbeddedServer, startEmbedded } from '@/db/embedded'
import { databaseUrl } from '@/db/role-url'
import type { Folder } from '@/scripts/demo/folder'
import { Problem } from '@/scripts/demo/problem'
import type { Say } from '@/scripts/demo/progress'

/** The demo's database, wherever it is. */
export type Database = {
  /** The owner's connection. */
  ownerUrl: string
  /** Restarts the server whenever it dies; does nothing for a server that is not ours. */
  watch(): void
  stop(): Promise<void>
}

const NAME = 'passaggio'
const CHECK_EVERY_MS = 500
const RESTARTS_MAX = 5

type Watch = { say: Say; giveUp: (problem: Problem) => void; signal: AbortSignal }

/** Uses `DATABASE_URL` where it is set; else starts PostgreSQL from node_modules and makes the database. */
export async function openDatabase(folder: Folder, watch: Watch): Promise<Database> {
  const given = process.env.DATABASE_URL
  if (given) {
    watch.say('Using the database in DATABASE_URL')
    await reach(given)
    return { ownerUrl: given, watch() {}, async stop() {} }
  }

  watch.say('Starting the database')
  const start = (port?: number) =>
    startEmbedded({
      home: folder.postgres,
      logFile: path.join(folder.logs, 'postgres.log'),
      ...(port ? { port } : {}),
    })
  const current = { server: await start() }
  if (current.server.adopted)
    watch.say(`Took over the database an earlier demo left running (process ${current.server.pid})`)
  await createDatabase(current.server)

  return {
    ownerUrl: databaseUrl(current.server.url, NAME),
    watch: () => void keepServer(current, start, watch),
    stop: () => current.server.stop(),
  }
}

/** Drops the database and makes it anew. Only ever called for the server that is ours. */
export async function recreateDatabase(ownerUrl: string): Promise<void> {
  const url = databaseUrl(ownerUrl, 'postgres')
  await run(url, `drop database if exists ${NAME} with (force)`)
  await run(url, `create database ${NAME}`)
}

async function keepServer(
  current: { server: EmbeddedServer },
  start: (port: number) => Promise<EmbeddedServer>,
  { say, giveUp, signal }: Watch,
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    await delay(CHECK_EVERY_MS)
    if (signal.aborted || current.server.isRunning()) continue
    const { port } = current.server
    say(`The database stopped; starting it again on port ${port}`)
    try {
      current.server = await start(port)
      say('The database is back')
      failures = 0
    } catch (error) {
      failures++
      if (failures > RESTARTS_MAX)
        return giveUp(new Problem(`The database does not come back. ${String(error)}`, error))
      await delay(CHECK_EVERY_MS * 2 ** failures)
    }
  }
  // It may have come up just while the demo was being stopped.
  await current.server.stop()
}

async function createDatabase(server: EmbeddedServer): Promise<void> {
  await run(server.url, `create database ${NAME}`).catch((error: unknown) => {
    if (!(error instanceof postgres.PostgresError && error.code === DUPLICATE_DATABASE)) throw error
  })
}

const DUPLICATE_DATABASE = '42P04'

async function reach(url: string): Promise<void> {
  await run(url, 'select 1').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new Problem(
      `The database in DATABASE_URL cannot be reached: ${why}. Mend the address, or unset it.`,
      error,
    )
  })
}

async function run(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
