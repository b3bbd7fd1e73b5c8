import { gzipSync } from 'node:zlib'
import type { BrowserContext, Response } from '@playwright/test'

/** What a browser that comes for the first time has fetched when the network falls silent; bytes after gzip. */
export type Weight = { script: number; style: number; page: number }

export type Load = {
  /** Whole, or a path of the context’s own house. */
  url: string
  /** How it must answer: a page that sends elsewhere, or is missing, is not the one to weigh. */
  status: number
}

/** Loads a page once, in a browser that has fetched nothing yet, touches nothing, and closes the browser. */
export async function weigh(context: BrowserContext, { url, status }: Load): Promise<Weight> {
  try {
    const page = await context.newPage()
    // By address: what a hint in the head and a tag both ask for is fetched once.
    const fetched = new Map<string, keyof Weight>()
    page.on('response', (response) => {
      const part = partOf(response)
      if (part) fetched.set(response.url(), part)
    })
    const answer = await page.goto(url, { waitUntil: 'networkidle' })
    if (answer?.status() !== status || page.url() !== new URL(url, page.url()).href)
      throw new Error(`${url} answered ${answer?.status()} at ${page.url()}`)
    return await sum(context, fetched)
  } finally {
    await context.close()
  }
}

const types = { javascript: 'script', css: 'style', html: 'page' } as const

function partOf(response: Response): keyof Weight | undefined {
  const { 'content-type': given = '' } = response.headers()
  return Object.entries(types).find(([type]) => given.includes(type))?.[1]
}

/** Asks for everything once more to weigh it: the browser forgets what it read when a page loads itself again. */
async function sum(context: BrowserContext, fetched: Map<string, keyof Weight>): Promise<Weight> {
  const weight = { script: 0, style: 0, page: 0 }
  for (const [url, part] of fetched) {
    const response = await context.request.get(url)
    weight[part] += gzipSync(await response.body()).length
  }
  return weight
}
