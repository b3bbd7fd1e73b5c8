import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Exchange } from './exchange'

const { resolve } = createRequire(import.meta.url)
const sansFolder = '@fontsource-variable/instrument-sans/files'

const files: Record<string, { source: string | URL; type: string }> = {
  'page.css': own('page.css', 'text/css'),
  'phone.css': own('phone.css', 'text/css'),
  'live.js': own('live.js', 'text/javascript'),
  'sans.woff2': {
    source: resolve(`${sansFolder}/instrument-sans-latin-wght-normal.woff2`),
    type: 'font/woff2',
  },
}

/** Answers `/pages/<name>`: style, script and font. False when there is no such file. */
export function sendAsset({ path, response }: Exchange): boolean {
  const file = path[0] === 'pages' && path[1] !== undefined && path.length === 2 ? files[path[1]] : undefined
  if (!file) return false
  response.writeHead(200, {
    'content-type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
    'cache-control': file.type.startsWith('font/') ? 'max-age=86400' : 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  response.end(readFileSync(file.source))
  return true
}

function own(name: string, type: string): { source: URL; type: string } {
  return { source: new URL(name, import.meta.url), type }
}
