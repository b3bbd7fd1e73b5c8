import { spawn } from 'node:child_process'
import { missingSettings } from '@/lib/env'
import { hasBuild } from '@/scripts/demo/build'

// `npm start`: the portal in production. Settings that are missing are listed all at once; nothing falls back to the demo.

/** EX_CONFIG of sysexits.h: started again unchanged, it would fail again. */
const EXIT_CONFIG = 78

const missing = missingSettings('web')
if (missing.length > 0) {
  leave([
    'The portal cannot start without these settings:',
    ...missing.map(({ name, about }) => `  ${name.padEnd(22)}${about}`),
  ])
}
if (!hasBuild()) leave(['There is no build yet: run `npm run build`.'])

const words = ['node_modules/next/dist/bin/next', 'start', ...hostname(), '-p', process.env.PORT || '3000']
// Where Node can, it becomes the server, and whoever stops this process stops the server itself.
process.execve?.(process.execPath, [process.execPath, ...words], process.env)
const server = spawn(process.execPath, words, { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill(signal))
server.once('exit', (code) => process.exit(code ?? 0))

/** `--hostname localhost` keeps it to this machine. */
function hostname(): string[] {
  const index = process.argv.indexOf('--hostname')
  return index === -1 ? [] : process.argv.slice(index, index + 2)
}

function leave(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(EXIT_CONFIG)
}
