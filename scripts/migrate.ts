import { migrate } from '@/db/migrate'
import { readEnv } from '@/lib/env'

const { WEB_DB_PASSWORD: web, WORKER_DB_PASSWORD: worker, AUDIT_DB_PASSWORD: audit } = process.env

await migrate(readEnv('DATABASE_URL'), {
  ...(web ? { web } : {}),
  ...(worker ? { worker } : {}),
  ...(audit ? { audit } : {}),
})
process.stdout.write('The database is up to date.\n')
