import { readHealth } from '@/lib/queries/health'

export const dynamic = 'force-dynamic'

/** For the monitor: 200 while all is well, 503 when something is not. Never calls out. */
export async function GET() {
  const health = await readHealth()
  const headers = { 'cache-control': 'no-store' }
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers })
}
