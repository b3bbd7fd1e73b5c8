import { migrate } from '@/db/migrate'
import { readEnv } from '@/lib/env'
import { queueSchema, queues } from '@/lib/queue'

const { WEB_DB_PASSWORD: web, WORKER_DB_PASSWORD: worker, AUDIT_DB_PASSWORD: audit } = process.env

await migrate(readEnv('DATABASE_URL'), {
  passwords: { ...(web ? { web } : {}), ...(worker ? { worker } : {}), ...(audit ? { audit } : {}) },
  queue: { schema: queueSchema, queues },
})
process.stdout.write('The database is up to date.\n')
