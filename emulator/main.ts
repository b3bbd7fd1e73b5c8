import { readOptions } from './options'
import { startServer } from './server'

try {
  const options = readOptions(process.env)
  const running = await startServer(options)
  console.log(`Emulator ready: ${running.origin}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => running.stop().then(() => process.exit(0)))
  }
} catch (error) {
  console.error(sentence(error))
  process.exit(1)
}

function sentence(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${process.env.EMULATOR_PORT ?? 4_000} is taken: another emulator may be running. Set EMULATOR_PORT to use another one.`
  return error instanceof Error ? error.message : String(error)
}
