import { gzipSync } from 'node:zlib'
import type { BrowserContext, Response } from '@playwright/test'

/** What a browser that comes for the first time has fetched when the network falls silent; bytes after gzip. */
export type Weight = {
  script: number
  style: number
  page: number
}

export type Load = {
  url: string
  /** How it must answer: a page that sends elsewhere, or is missing, is not the one to weigh. */
  status: number
}

const weighed = ['javascript', 'css', 'html'] as const

/** Loads a page once, in a browser that has fetched nothing yet, touches nothing, and closes the browser. */
export async function weigh(context: BrowserContext, { url, status }: Load): Promise<Weight> {
  try {
    const page = await context.newPage()
    // By address: what a hint in the head and a tag both ask for is fetched once.
    const fetched = new Map<string, Promise<Fetched>>()
    page.on('response', (response) => {
      const type = typeOf(response)
      if (type) fetched.set(response.url(), measure(response, type))
    })
    const answer = await page.goto(url, { waitUntil: 'networkidle' })
    if (answer?.status() !== status || page.url() !== url)
      throw new Error(`${url} answered ${answer?.status()} at ${page.url()}`)
    return sum(await Promise.all(fetched.values()))
  } finally {
    await context.close()
  }
}

type Fetched = { type: (typeof weighed)[number]; bytes: number }

function typeOf(response: Response): Fetched['type'] | undefined {
  const { 'content-type': given = '' } = response.headers()
  return weighed.find((type) => given.includes(type))
}

async function measure(response: Response, type: Fetched['type']): Promise<Fetched> {
  return { type, bytes: gzipSync(await response.body()).length }
}

function sum(fetched: Fetched[]): Weight {
  const total = (type: Fetched['type']) =>
    fetched.filter((one) => one.type === type).reduce((bytes, one) => bytes + one.bytes, 0)
  return { script: total('javascript'), style: total('css'), page: total('html') }
}
